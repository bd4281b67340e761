/**
 * Discord's objects about guilds, their members, roles and permissions. Records only,
 * with the values that they hold: one for each object that Discord documents, named as
 * there. Nothing that acts on them enters here.
 */
@NullMarked
package io.github.discordgateway.model.guild;

import org.jspecify.annotations.NullMarked;
