package io.github.discordgateway.event;

import io.github.discordgateway.model.schedule.ScheduledEvent;

/**
 * A scheduled event was made, has changed or was deleted. A listener that takes it gets
 * all of these events.
 */
public sealed interface GuildScheduledEventEvent extends GatewayEvent
		permits GuildScheduledEventCreate, GuildScheduledEventDelete, GuildScheduledEventUpdate {

	/**
	 * The scheduled event.
	 * @return the scheduled event as it is now, or was when it was deleted
	 */
	ScheduledEvent scheduledEvent();

}
