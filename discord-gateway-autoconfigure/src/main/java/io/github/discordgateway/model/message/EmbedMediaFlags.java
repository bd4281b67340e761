package io.github.discordgateway.model.message;

import io.github.discordgateway.model.Flags;

/**
 * What else is known of a picture or video of an embed.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-media-flags">Discord's
 * documentation</a>
 */
public record EmbedMediaFlags(long bits) implements Flags<EmbedMediaFlags> {

	/** It is an animated picture. */
	public static final EmbedMediaFlags IS_ANIMATED = new EmbedMediaFlags(1L << 5);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
