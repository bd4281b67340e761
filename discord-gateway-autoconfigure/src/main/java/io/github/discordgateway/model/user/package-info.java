/**
 * Discord's objects about user accounts and what decorates them. Records only, with the
 * values that they hold: one for each object that Discord documents, named as there.
 * Nothing that acts on them enters here.
 */
@NullMarked
package io.github.discordgateway.model.user;

import org.jspecify.annotations.NullMarked;
