package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * A user is interested in a scheduled event, or no longer. A listener that takes it gets
 * all of these events.
 */
public sealed interface GuildScheduledEventUserEvent extends GatewayEvent
		permits GuildScheduledEventUserAdd, GuildScheduledEventUserRemove {

	/**
	 * The scheduled event.
	 * @return id of the scheduled event
	 */
	Snowflake guildScheduledEventId();

	/**
	 * The user.
	 * @return id of the user
	 */
	Snowflake userId();

}
