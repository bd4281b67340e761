package io.github.discordgateway.model.message;

import io.github.discordgateway.model.TextValue;

/**
 * Embed type.
 *
 * @param value the text on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-types">Discord's
 * documentation</a>
 */
public record EmbedType(String value) implements TextValue {

	/** Rich. */
	public static final EmbedType RICH = new EmbedType("rich");

	/** Image. */
	public static final EmbedType IMAGE = new EmbedType("image");

	/** Video. */
	public static final EmbedType VIDEO = new EmbedType("video");

	/** Gifv. */
	public static final EmbedType GIFV = new EmbedType("gifv");

	/** Article. */
	public static final EmbedType ARTICLE = new EmbedType("article");

	/** Link. */
	public static final EmbedType LINK = new EmbedType("link");

	/** Poll result. */
	public static final EmbedType POLL_RESULT = new EmbedType("poll_result");

	/** Auto moderation message. Not documented by Discord. */
	public static final EmbedType AUTO_MODERATION_MESSAGE = new EmbedType("auto_moderation_message");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
