package io.github.discordgateway.model.user;

import io.github.discordgateway.model.IntValue;

/**
 * The font of a name with a style.
 *
 * @param value the number on the wire, known or not
 */
public record DisplayNameFont(int value) implements IntValue {

	/** Bangers. */
	public static final DisplayNameFont BANGERS = new DisplayNameFont(1);

	/** BioRhyme. */
	public static final DisplayNameFont BIO_RHYME = new DisplayNameFont(2);

	/** Cherry Bomb. */
	public static final DisplayNameFont CHERRY_BOMB = new DisplayNameFont(3);

	/** Chicle. */
	public static final DisplayNameFont CHICLE = new DisplayNameFont(4);

	/** Compagnon. */
	public static final DisplayNameFont COMPAGNON = new DisplayNameFont(5);

	/** MuseoModerno. */
	public static final DisplayNameFont MUSEO_MODERNO = new DisplayNameFont(6);

	/** Neo Castel. */
	public static final DisplayNameFont NEO_CASTEL = new DisplayNameFont(7);

	/** Pixelify Sans. */
	public static final DisplayNameFont PIXELIFY = new DisplayNameFont(8);

	/** Ribes. */
	public static final DisplayNameFont RIBES = new DisplayNameFont(9);

	/** Sinistre. */
	public static final DisplayNameFont SINISTRE = new DisplayNameFont(10);

	/** The font of all other names. */
	public static final DisplayNameFont DEFAULT = new DisplayNameFont(11);

	/** Zilla Slab. */
	public static final DisplayNameFont ZILLA_SLAB = new DisplayNameFont(12);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
