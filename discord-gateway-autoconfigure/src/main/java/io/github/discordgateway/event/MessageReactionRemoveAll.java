package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * All reactions to a message were removed at once.
 *
 * @param channelId id of the channel
 * @param messageId id of the message
 * @param guildId id of the guild; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#message-reaction-remove-all">Discord's
 * documentation</a>
 */
public record MessageReactionRemoveAll(Snowflake channelId, Snowflake messageId,
		@Nullable Snowflake guildId) implements MessageReactionEvent {

}
