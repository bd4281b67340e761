/**
 * Discord's objects about scheduled events and how they repeat. Records only, with the
 * values that they hold: one for each object that Discord documents, named as there.
 * Nothing that acts on them enters here.
 */
@NullMarked
package io.github.discordgateway.model.schedule;

import org.jspecify.annotations.NullMarked;
