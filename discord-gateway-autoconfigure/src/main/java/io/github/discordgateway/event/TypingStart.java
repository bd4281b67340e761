package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Member;
import org.jspecify.annotations.Nullable;

/**
 * A user has started to type.
 *
 * @param channelId id of the channel
 * @param guildId id of the guild, absent in DMs, then {@code null}
 * @param userId id of the user
 * @param timestamp when it was, in Unix seconds
 * @param member the member, only in guilds; otherwise {@code null}
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#typing-start">Discord's
 * documentation</a>
 */
public record TypingStart(Snowflake channelId, @Nullable Snowflake guildId, Snowflake userId, long timestamp,
		@Nullable Member member) implements GatewayEvent {

}
