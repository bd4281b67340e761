package io.github.discordgateway.model.user;

import io.github.discordgateway.model.TextValue;

/**
 * Nameplate palette.
 *
 * @param value the text on the wire, known or not
 */
public record NameplatePalette(String value) implements TextValue {

	/** Berry. */
	public static final NameplatePalette BERRY = new NameplatePalette("berry");

	/** Bubble gum. */
	public static final NameplatePalette BUBBLE_GUM = new NameplatePalette("bubble_gum");

	/** Clover. */
	public static final NameplatePalette CLOVER = new NameplatePalette("clover");

	/** Cobalt. */
	public static final NameplatePalette COBALT = new NameplatePalette("cobalt");

	/** Crimson. */
	public static final NameplatePalette CRIMSON = new NameplatePalette("crimson");

	/** Forest. */
	public static final NameplatePalette FOREST = new NameplatePalette("forest");

	/** Lemon. */
	public static final NameplatePalette LEMON = new NameplatePalette("lemon");

	/** Sky. */
	public static final NameplatePalette SKY = new NameplatePalette("sky");

	/** Teal. */
	public static final NameplatePalette TEAL = new NameplatePalette("teal");

	/** Violet. */
	public static final NameplatePalette VIOLET = new NameplatePalette("violet");

	/** White. */
	public static final NameplatePalette WHITE = new NameplatePalette("white");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
