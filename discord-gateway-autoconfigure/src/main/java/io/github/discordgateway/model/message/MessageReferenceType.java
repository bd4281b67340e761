package io.github.discordgateway.model.message;

import io.github.discordgateway.model.IntValue;

/**
 * Why a message refers to another.
 *
 * @param value the number on the wire, known or not
 */
public record MessageReferenceType(int value) implements IntValue {

	/** It is a reply, a crosspost or a system message about the other. */
	public static final MessageReferenceType DEFAULT = new MessageReferenceType(0);

	/** It forwards the other, whose content is a snapshot. */
	public static final MessageReferenceType FORWARD = new MessageReferenceType(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
