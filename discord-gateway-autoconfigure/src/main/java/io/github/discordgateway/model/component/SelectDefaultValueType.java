package io.github.discordgateway.model.component;

import io.github.discordgateway.model.TextValue;

/**
 * What is chosen beforehand in a menu.
 *
 * @param value the text on the wire, known or not
 */
public record SelectDefaultValueType(String value) implements TextValue {

	/** A channel. */
	public static final SelectDefaultValueType CHANNEL = new SelectDefaultValueType("channel");

	/** A role. */
	public static final SelectDefaultValueType ROLE = new SelectDefaultValueType("role");

	/** A user. */
	public static final SelectDefaultValueType USER = new SelectDefaultValueType("user");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
