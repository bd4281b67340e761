package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.IntValue;

/**
 * How the threads of a forum are sorted unless a user chooses otherwise.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#channel-object-sort-order-types">Discord's
 * documentation</a>
 */
public record SortOrderType(int value) implements IntValue {

	/** By the latest activity, newest first. */
	public static final SortOrderType LATEST_ACTIVITY = new SortOrderType(0);

	/** By the time when they were made, newest first. */
	public static final SortOrderType CREATION_DATE = new SortOrderType(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
