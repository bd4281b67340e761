package io.github.discordgateway.model.schedule;

import io.github.discordgateway.model.IntValue;

/**
 * What a user has answered to a scheduled event.
 *
 * @param value the number on the wire, known or not
 */
public record ScheduledEventUserResponse(int value) implements IntValue {

	/** Is not interested. */
	public static final ScheduledEventUserResponse UNINTERESTED = new ScheduledEventUserResponse(0);

	/** Is interested. */
	public static final ScheduledEventUserResponse INTERESTED = new ScheduledEventUserResponse(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
