package io.github.discordgateway.model.component;

import io.github.discordgateway.model.IntValue;

/**
 * The look of a button, and what it does.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#button-button-styles">Discord's
 * documentation</a>
 */
public record ButtonStyle(int value) implements IntValue {

	/** Primary. */
	public static final ButtonStyle PRIMARY = new ButtonStyle(1);

	/** Secondary. */
	public static final ButtonStyle SECONDARY = new ButtonStyle(2);

	/** Success. */
	public static final ButtonStyle SUCCESS = new ButtonStyle(3);

	/** Danger. */
	public static final ButtonStyle DANGER = new ButtonStyle(4);

	/** Link. */
	public static final ButtonStyle LINK = new ButtonStyle(5);

	/** Premium. */
	public static final ButtonStyle PREMIUM = new ButtonStyle(6);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
