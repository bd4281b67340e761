package io.github.discordgateway.model.poll;

import io.github.discordgateway.model.IntValue;

/**
 * How a poll is laid out.
 *
 * @param value the number on the wire, known or not
 */
public record PollLayoutType(int value) implements IntValue {

	/** The only layout today. */
	public static final PollLayoutType DEFAULT = new PollLayoutType(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
