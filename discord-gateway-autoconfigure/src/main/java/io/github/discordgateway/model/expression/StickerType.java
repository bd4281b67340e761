package io.github.discordgateway.model.expression;

import io.github.discordgateway.model.IntValue;

/**
 * Who a sticker comes from.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/sticker#sticker-object-sticker-types">Discord's
 * documentation</a>
 */
public record StickerType(int value) implements IntValue {

	/** One of Discord's own, from a pack. */
	public static final StickerType STANDARD = new StickerType(1);

	/** One that a guild has uploaded. */
	public static final StickerType GUILD = new StickerType(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
