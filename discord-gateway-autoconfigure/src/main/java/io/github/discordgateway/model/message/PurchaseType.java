package io.github.discordgateway.model.message;

import io.github.discordgateway.model.IntValue;

/**
 * What a message about a purchase tells of.
 *
 * @param value the number on the wire, known or not
 */
public record PurchaseType(int value) implements IntValue {

	/** A product of the guild. */
	public static final PurchaseType GUILD_PRODUCT = new PurchaseType(0);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
