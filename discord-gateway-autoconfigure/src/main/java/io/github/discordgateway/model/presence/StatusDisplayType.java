package io.github.discordgateway.model.presence;

import io.github.discordgateway.model.IntValue;

/**
 * Status display type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-status-display-types">Discord's
 * documentation</a>
 */
public record StatusDisplayType(int value) implements IntValue {

	/** Name. */
	public static final StatusDisplayType NAME = new StatusDisplayType(0);

	/** State. */
	public static final StatusDisplayType STATE = new StatusDisplayType(1);

	/** Details. */
	public static final StatusDisplayType DETAILS = new StatusDisplayType(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
