package io.github.discordgateway.model.message;

import io.github.discordgateway.model.IntValue;

/**
 * Message reference type.
 *
 * @param value the number on the wire, known or not
 */
public record MessageReferenceType(int value) implements IntValue {

	/** Default. */
	public static final MessageReferenceType DEFAULT = new MessageReferenceType(0);

	/** Forward. */
	public static final MessageReferenceType FORWARD = new MessageReferenceType(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
