/**
 * Discord's objects about applications, the teams that own them and how they are
 * installed. Records only, with the values that they hold: one for each object that
 * Discord documents, named as there. Nothing that acts on them enters here.
 */
@NullMarked
package io.github.discordgateway.model.application;

import org.jspecify.annotations.NullMarked;
