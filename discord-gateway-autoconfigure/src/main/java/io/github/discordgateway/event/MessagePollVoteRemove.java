package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A user has taken back a vote in a poll. It comes once for each answer.
 *
 * @param userId id of the voter
 * @param channelId id of the channel
 * @param messageId id of the message with the poll
 * @param guildId id of the guild; {@code null} when absent
 * @param answerId number of the answer in the poll
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#message-poll-vote-remove">Discord's
 * documentation</a>
 */
public record MessagePollVoteRemove(Snowflake userId, Snowflake channelId, Snowflake messageId,
		@Nullable Snowflake guildId, int answerId) implements MessagePollVoteEvent {

}
