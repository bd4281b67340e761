package io.github.discordgateway.model.message;

import io.github.discordgateway.model.Flags;

/**
 * What else is known of an embed.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-flags">Discord's
 * documentation</a>
 */
public record EmbedFlags(long bits) implements Flags<EmbedFlags> {

	/** It stands in for the card of an activity that is replied to. */
	public static final EmbedFlags IS_CONTENT_INVENTORY_ENTRY = new EmbedFlags(1L << 5);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
