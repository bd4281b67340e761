package io.github.discordgateway.model.presence;

import io.github.discordgateway.model.IntValue;

/**
 * Which text of an activity the list of members shows.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-status-display-types">Discord's
 * documentation</a>
 */
public record StatusDisplayType(int value) implements IntValue {

	/** The name of the activity. */
	public static final StatusDisplayType NAME = new StatusDisplayType(0);

	/** Its state. */
	public static final StatusDisplayType STATE = new StatusDisplayType(1);

	/** Its details. */
	public static final StatusDisplayType DETAILS = new StatusDisplayType(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
