package io.github.discordgateway.model.schedule;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a user to a scheduled event.
 *
 * @param guildScheduledEventId id of the scheduled event
 * @param guildScheduledEventExceptionId id of the single occurrence that the answer is
 * for; {@code null} when absent
 * @param userId id of the user
 * @param user the user; {@code null} when absent
 * @param member the membership of the user; {@code null} when absent
 * @param response the answer
 */
@DiscordJson
public record ScheduledEventRsvp(Snowflake guildScheduledEventId, @Nullable Snowflake guildScheduledEventExceptionId,
		Snowflake userId, @Nullable User user, @Nullable Member member, ScheduledEventUserResponse response) {

}
