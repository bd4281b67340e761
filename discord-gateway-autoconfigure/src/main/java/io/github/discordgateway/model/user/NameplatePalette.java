package io.github.discordgateway.model.user;

import io.github.discordgateway.model.TextValue;

/**
 * The colour behind a nameplate.
 *
 * @param value the text on the wire, known or not
 */
public record NameplatePalette(String value) implements TextValue {

	/** The colour of berries. */
	public static final NameplatePalette BERRY = new NameplatePalette("berry");

	/** The pink of bubble gum. */
	public static final NameplatePalette BUBBLE_GUM = new NameplatePalette("bubble_gum");

	/** The green of clover. */
	public static final NameplatePalette CLOVER = new NameplatePalette("clover");

	/** The blue of cobalt. */
	public static final NameplatePalette COBALT = new NameplatePalette("cobalt");

	/** Crimson red. */
	public static final NameplatePalette CRIMSON = new NameplatePalette("crimson");

	/** The green of a forest. */
	public static final NameplatePalette FOREST = new NameplatePalette("forest");

	/** The yellow of lemons. */
	public static final NameplatePalette LEMON = new NameplatePalette("lemon");

	/** The blue of the sky. */
	public static final NameplatePalette SKY = new NameplatePalette("sky");

	/** Teal, between blue and green. */
	public static final NameplatePalette TEAL = new NameplatePalette("teal");

	/** Violet. */
	public static final NameplatePalette VIOLET = new NameplatePalette("violet");

	/** White. */
	public static final NameplatePalette WHITE = new NameplatePalette("white");

	/** Black. */
	public static final NameplatePalette BLACK = new NameplatePalette("black");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
