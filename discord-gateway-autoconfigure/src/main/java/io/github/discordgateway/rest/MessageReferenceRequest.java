package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.message.MessageReferenceType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The message that another one answers or forwards.
 *
 * @param type which of the two; {@code null} for an answer
 * @param messageId the message
 * @param channelId its channel; {@code null} for the same one
 * @param guildId its guild; {@code null} for the same one
 * @param failIfNotExists whether it is an error when the message is not there any more;
 * {@code null} for yes
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-reference-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record MessageReferenceRequest(@Nullable MessageReferenceType type, Snowflake messageId,
		@Nullable Snowflake channelId, @Nullable Snowflake guildId, @Nullable Boolean failIfNotExists) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public MessageReferenceRequest {
		Assert.notNull(messageId, "A reference needs the id of a message");
	}

	/**
	 * An answer to a message of the same channel, sent as any other when that is not
	 * there any more.
	 * @param messageId the message
	 * @return the reference
	 */
	public static MessageReferenceRequest reply(Snowflake messageId) {
		return new MessageReferenceRequest(MessageReferenceType.DEFAULT, messageId, null, null, false);
	}

	/**
	 * A message that is forwarded.
	 * @param channelId its channel
	 * @param messageId the message
	 * @return the reference
	 */
	public static MessageReferenceRequest forward(Snowflake channelId, Snowflake messageId) {
		return new MessageReferenceRequest(MessageReferenceType.FORWARD, messageId, channelId, null, null);
	}

}
