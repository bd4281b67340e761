package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * An integration of a guild has changed; which one is not told.
 *
 * @param guildId id of the guild
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-integrations-update">Discord's
 * documentation</a>
 */
public record GuildIntegrationsUpdate(Snowflake guildId) implements GatewayEvent {

}
