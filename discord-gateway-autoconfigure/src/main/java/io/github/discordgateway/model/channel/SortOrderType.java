package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.IntValue;

/**
 * Sort order type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#channel-object-sort-order-types">Discord's
 * documentation</a>
 */
public record SortOrderType(int value) implements IntValue {

	/** Latest activity. */
	public static final SortOrderType LATEST_ACTIVITY = new SortOrderType(0);

	/** Creation date. */
	public static final SortOrderType CREATION_DATE = new SortOrderType(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
