/**
 * Discord's objects about messages and all that hangs on them. Records only, with the
 * values that they hold: one for each object that Discord documents, named as there.
 * Nothing that acts on them enters here.
 */
@NullMarked
package io.github.discordgateway.model.message;

import org.jspecify.annotations.NullMarked;
