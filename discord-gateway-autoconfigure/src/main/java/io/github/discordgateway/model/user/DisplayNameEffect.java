package io.github.discordgateway.model.user;

import io.github.discordgateway.model.IntValue;

/**
 * What is done with the colours of a name with a style.
 *
 * @param value the number on the wire, known or not
 */
public record DisplayNameEffect(int value) implements IntValue {

	/** One colour. */
	public static final DisplayNameEffect SOLID = new DisplayNameEffect(1);

	/** From one colour to another. */
	public static final DisplayNameEffect GRADIENT = new DisplayNameEffect(2);

	/** A glowing outline. */
	public static final DisplayNameEffect NEON = new DisplayNameEffect(3);

	/** A drawn outline. */
	public static final DisplayNameEffect TOON = new DisplayNameEffect(4);

	/** A shadow in a second colour. */
	public static final DisplayNameEffect POP = new DisplayNameEffect(5);

	/** A glow around it. */
	public static final DisplayNameEffect GLOW = new DisplayNameEffect(6);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
