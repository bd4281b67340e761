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

	/** The main action, in Discord's blue; with an id of the developer's. */
	public static final ButtonStyle PRIMARY = new ButtonStyle(1);

	/** A further action, in grey; with an id of the developer's. */
	public static final ButtonStyle SECONDARY = new ButtonStyle(2);

	/** Confirms or completes, in green; with an id of the developer's. */
	public static final ButtonStyle SUCCESS = new ButtonStyle(3);

	/** Cannot be undone, in red; with an id of the developer's. */
	public static final ButtonStyle DANGER = new ButtonStyle(4);

	/** Opens an address; no interaction comes of it. */
	public static final ButtonStyle LINK = new ButtonStyle(5);

	/** Sells a SKU; no interaction comes of it. */
	public static final ButtonStyle PREMIUM = new ButtonStyle(6);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
