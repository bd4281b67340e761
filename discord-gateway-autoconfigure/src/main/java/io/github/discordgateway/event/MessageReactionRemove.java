package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.model.message.ReactionType;
import org.jspecify.annotations.Nullable;

/**
 * A user has taken a reaction back.
 *
 * @param userId id of the user
 * @param channelId id of the channel
 * @param messageId id of the message
 * @param guildId id of the guild; {@code null} when absent
 * @param emoji the emoji
 * @param burst whether it is a super reaction
 * @param type which kind it is
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#message-reaction-remove">Discord's
 * documentation</a>
 */
public record MessageReactionRemove(Snowflake userId, Snowflake channelId, Snowflake messageId,
		@Nullable Snowflake guildId, Emoji emoji, boolean burst, ReactionType type) implements MessageReactionEvent {

}
