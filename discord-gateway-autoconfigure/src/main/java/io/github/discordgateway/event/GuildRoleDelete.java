package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * A role of a guild was deleted.
 *
 * @param guildId id of the guild
 * @param roleId id of the role
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-role-delete">Discord's
 * documentation</a>
 */
public record GuildRoleDelete(Snowflake guildId, Snowflake roleId) implements GuildRoleEvent {

}
