package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * A user is interested in a scheduled event.
 *
 * @param guildScheduledEventId id of the scheduled event
 * @param userId id of the user
 * @param guildId id of the guild
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-scheduled-event-user-add">Discord's
 * documentation</a>
 */
public record GuildScheduledEventUserAdd(Snowflake guildScheduledEventId, Snowflake userId,
		Snowflake guildId) implements GuildScheduledEventUserEvent {

}
