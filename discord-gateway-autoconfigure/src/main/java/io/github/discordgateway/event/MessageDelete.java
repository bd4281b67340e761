package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A message was deleted.
 *
 * @param id id of the message
 * @param channelId id of the channel
 * @param guildId id of the guild; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#message-delete">Discord's
 * documentation</a>
 */
public record MessageDelete(Snowflake id, Snowflake channelId, @Nullable Snowflake guildId) implements GatewayEvent {

}
