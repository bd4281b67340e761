package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.IntValue;

/**
 * Whose permissions are changed in a channel.
 *
 * @param value the number on the wire, known or not
 */
public record OverwriteType(int value) implements IntValue {

	/** A role's. */
	public static final OverwriteType ROLE = new OverwriteType(0);

	/** One member's. */
	public static final OverwriteType MEMBER = new OverwriteType(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
