package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.IntValue;

/**
 * Overwrite type.
 *
 * @param value the number on the wire, known or not
 */
public record OverwriteType(int value) implements IntValue {

	/** Role. */
	public static final OverwriteType ROLE = new OverwriteType(0);

	/** Member. */
	public static final OverwriteType MEMBER = new OverwriteType(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
