package io.github.discordgateway.model.component;

import io.github.discordgateway.model.Flags;

/**
 * What else is known of a picture, video or file.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#unfurled-media-item-unfurled-media-item-flags">Discord's
 * documentation</a>
 */
public record UnfurledMediaItemFlags(long bits) implements Flags<UnfurledMediaItemFlags> {

	/** It is an animated picture. */
	public static final UnfurledMediaItemFlags IS_ANIMATED = new UnfurledMediaItemFlags(1L << 0);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
