package io.github.discordgateway.model.expression;

import io.github.discordgateway.model.IntValue;

/**
 * Sticker type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/sticker#sticker-object-sticker-types">Discord's
 * documentation</a>
 */
public record StickerType(int value) implements IntValue {

	/** Standard. */
	public static final StickerType STANDARD = new StickerType(1);

	/** Guild. */
	public static final StickerType GUILD = new StickerType(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
