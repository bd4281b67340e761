package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * A webhook of a channel was made, changed or deleted; which one is not told.
 *
 * @param guildId id of the guild
 * @param channelId id of the channel
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#webhooks-update">Discord's
 * documentation</a>
 */
public record WebhooksUpdate(Snowflake guildId, Snowflake channelId) implements GatewayEvent {

}
