package io.github.discordgateway.model.schedule;

import io.github.discordgateway.model.IntValue;

/**
 * Scheduled event status.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-status">Discord's
 * documentation</a>
 */
public record ScheduledEventStatus(int value) implements IntValue {

	/** Scheduled. */
	public static final ScheduledEventStatus SCHEDULED = new ScheduledEventStatus(1);

	/** Active. */
	public static final ScheduledEventStatus ACTIVE = new ScheduledEventStatus(2);

	/** Completed. */
	public static final ScheduledEventStatus COMPLETED = new ScheduledEventStatus(3);

	/** Canceled. */
	public static final ScheduledEventStatus CANCELED = new ScheduledEventStatus(4);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
