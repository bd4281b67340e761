package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.message.ReactionType;
import org.jspecify.annotations.Nullable;

/**
 * A user has reacted to a message.
 *
 * @param userId id of the user
 * @param channelId id of the channel
 * @param messageId id of the message
 * @param guildId id of the guild; {@code null} when absent
 * @param member the member, only in guilds; otherwise {@code null}
 * @param emoji the emoji
 * @param messageAuthorId id of the author of the message; {@code null} when absent
 * @param burst whether it is a super reaction
 * @param burstColors the colours of the super reaction, as {@code #rrggbb}; empty when
 * absent
 * @param type which kind it is
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#message-reaction-add">Discord's
 * documentation</a>
 */
public record MessageReactionAdd(Snowflake userId, Snowflake channelId, Snowflake messageId,
		@Nullable Snowflake guildId, @Nullable Member member, Emoji emoji, @Nullable Snowflake messageAuthorId,
		boolean burst, List<String> burstColors, ReactionType type) implements MessageReactionEvent {

	public MessageReactionAdd {
		burstColors = RecordValues.listOrEmpty(burstColors);
	}

}
