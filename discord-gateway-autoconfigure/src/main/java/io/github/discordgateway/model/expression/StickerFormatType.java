package io.github.discordgateway.model.expression;

import io.github.discordgateway.model.IntValue;

/**
 * The format of a sticker's file.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/sticker#sticker-object-sticker-format-types">Discord's
 * documentation</a>
 */
public record StickerFormatType(int value) implements IntValue {

	/** A still PNG. */
	public static final StickerFormatType PNG = new StickerFormatType(1);

	/** An animated PNG. */
	public static final StickerFormatType APNG = new StickerFormatType(2);

	/** An animation in JSON, for Discord's own stickers and large guilds' only. */
	public static final StickerFormatType LOTTIE = new StickerFormatType(3);

	/** A GIF. */
	public static final StickerFormatType GIF = new StickerFormatType(4);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
