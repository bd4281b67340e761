/**
 * Discord's objects about who is online and what they do. Records only, with the values
 * that they hold: one for each object that Discord documents, named as there. Nothing
 * that acts on them enters here.
 */
@NullMarked
package io.github.discordgateway.model.presence;

import org.jspecify.annotations.NullMarked;
