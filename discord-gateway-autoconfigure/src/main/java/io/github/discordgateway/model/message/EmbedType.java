package io.github.discordgateway.model.message;

import io.github.discordgateway.model.TextValue;

/**
 * Where an embed comes from; it does not decide how the embed is shown.
 *
 * @param value the text on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-types">Discord's
 * documentation</a>
 */
public record EmbedType(String value) implements TextValue {

	/** Put together by a bot or webhook. */
	public static final EmbedType RICH = new EmbedType("rich");

	/** Made from a link to a picture. */
	public static final EmbedType IMAGE = new EmbedType("image");

	/** Made from a link to a video. */
	public static final EmbedType VIDEO = new EmbedType("video");

	/** Made from a link to an animation that is shown as a video. */
	public static final EmbedType GIFV = new EmbedType("gifv");

	/** Made from a link to an article. */
	public static final EmbedType ARTICLE = new EmbedType("article");

	/** Made from any other link. */
	public static final EmbedType LINK = new EmbedType("link");

	/** The result of a poll. */
	public static final EmbedType POLL_RESULT = new EmbedType("poll_result");

	/** An alert of auto moderation. Not documented by Discord. */
	public static final EmbedType AUTO_MODERATION_MESSAGE = new EmbedType("auto_moderation_message");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
