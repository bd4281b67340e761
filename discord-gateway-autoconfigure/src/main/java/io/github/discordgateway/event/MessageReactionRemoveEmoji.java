package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.expression.Emoji;
import org.jspecify.annotations.Nullable;

/**
 * All reactions to a message with one emoji were removed at once.
 *
 * @param channelId id of the channel
 * @param guildId id of the guild; {@code null} when absent
 * @param messageId id of the message
 * @param emoji the emoji
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#message-reaction-remove-emoji">Discord's
 * documentation</a>
 */
public record MessageReactionRemoveEmoji(Snowflake channelId, @Nullable Snowflake guildId, Snowflake messageId,
		Emoji emoji) implements MessageReactionEvent {

}
