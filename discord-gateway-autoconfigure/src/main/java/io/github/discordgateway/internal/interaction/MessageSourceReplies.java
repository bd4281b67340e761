package io.github.discordgateway.internal.interaction;

import io.github.discordgateway.interaction.FallbackReplies;
import io.github.discordgateway.interaction.Reply;
import io.github.discordgateway.model.interaction.Interaction;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

/**
 * Answers with texts of the application, in the language of the user.
 */
public final class MessageSourceReplies implements FallbackReplies {

	private static final String PREFIX = "discord.interactions.";

	private final MessageSource messages;

	/**
	 * Makes one.
	 * @param messages has the texts
	 */
	public MessageSourceReplies(MessageSource messages) {
		this.messages = messages;
	}

	@Override
	public @Nullable Reply failed(Interaction interaction, Throwable failure) {
		return reply("failed", "Something went wrong. Please try again later.", interaction);
	}

	@Override
	public @Nullable Reply unknown(Interaction interaction) {
		return reply("unknown", "This is no longer available.", interaction);
	}

	private @Nullable Reply reply(String code, String text, Interaction interaction) {
		String message = this.messages.getMessage(PREFIX + code, null, text, InteractionArguments.locale(interaction));
		return (message != null && !message.isBlank()) ? Reply.ephemeral(message) : null;
	}

}
