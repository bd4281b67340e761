package io.github.discordgateway.model.component;

import io.github.discordgateway.model.IntValue;

/**
 * How much room a separator makes.
 *
 * @param value the number on the wire, known or not
 */
public record SeparatorSpacing(int value) implements IntValue {

	/** Little room, which is the default. */
	public static final SeparatorSpacing SMALL = new SeparatorSpacing(1);

	/** Much room. */
	public static final SeparatorSpacing LARGE = new SeparatorSpacing(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
