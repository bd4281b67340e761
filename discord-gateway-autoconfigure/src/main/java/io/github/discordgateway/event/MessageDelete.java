package io.github.discordgateway.event;

import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Message removed.
 *
 * @param id message
 * @param channelId channel
 * @param guildId guild; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#message-delete">Discord's
 * documentation</a>
 */
public record MessageDelete(Snowflake id, Snowflake channelId, @Nullable Snowflake guildId) implements GatewayEvent {

}
