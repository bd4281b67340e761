package io.github.discordgateway.model.schedule;

import io.github.discordgateway.model.IntValue;

/**
 * How far a scheduled event has come; once completed or cancelled it does not change
 * again.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-status">Discord's
 * documentation</a>
 */
public record ScheduledEventStatus(int value) implements IntValue {

	/** Has not begun. */
	public static final ScheduledEventStatus SCHEDULED = new ScheduledEventStatus(1);

	/** Has begun. */
	public static final ScheduledEventStatus ACTIVE = new ScheduledEventStatus(2);

	/** Is over. */
	public static final ScheduledEventStatus COMPLETED = new ScheduledEventStatus(3);

	/** Does not take place. */
	public static final ScheduledEventStatus CANCELED = new ScheduledEventStatus(4);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
