package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * A user is no longer interested in a scheduled event.
 *
 * @param guildScheduledEventId id of the scheduled event
 * @param userId id of the user
 * @param guildId id of the guild
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-scheduled-event-user-remove">Discord's
 * documentation</a>
 */
public record GuildScheduledEventUserRemove(Snowflake guildScheduledEventId, Snowflake userId,
		Snowflake guildId) implements GuildScheduledEventUserEvent {

}
