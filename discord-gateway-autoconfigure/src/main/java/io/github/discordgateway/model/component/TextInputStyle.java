package io.github.discordgateway.model.component;

import io.github.discordgateway.model.IntValue;

/**
 * How large a field for text is.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#text-input-text-input-styles">Discord's
 * documentation</a>
 */
public record TextInputStyle(int value) implements IntValue {

	/** One line. */
	public static final TextInputStyle SHORT = new TextInputStyle(1);

	/** Several lines. */
	public static final TextInputStyle PARAGRAPH = new TextInputStyle(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
