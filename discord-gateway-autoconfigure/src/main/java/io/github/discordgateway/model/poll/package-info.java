/**
 * Discord's objects about polls and their results. Records only, with the values that
 * they hold: one for each object that Discord documents, named as there. Nothing that
 * acts on them enters here.
 */
@NullMarked
package io.github.discordgateway.model.poll;

import org.jspecify.annotations.NullMarked;
