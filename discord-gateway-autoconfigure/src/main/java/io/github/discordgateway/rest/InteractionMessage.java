package io.github.discordgateway.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.component.MessageComponent;
import io.github.discordgateway.model.message.Embed;
import io.github.discordgateway.model.message.MessageFlags;
import org.jspecify.annotations.Nullable;

/**
 * A message that answers an interaction.
 *
 * @param content the text; {@code null} to leave it out
 * @param tts whether it is read aloud
 * @param embeds the embeds, at most 10; {@code null} to leave them out
 * @param allowedMentions which mentions notify; {@code null} for all
 * @param components the components; {@code null} to leave them out
 * @param attachments the files in {@code uploads}, and those of a message that are kept;
 * {@code null} to leave it out
 * @param flags flags; {@code null} to leave them out
 * @param poll a poll; {@code null} for none
 * @param uploads the files to send; sent beside the body
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-messages">Discord's
 * documentation</a>
 */
@DiscordJson
public record InteractionMessage(@Nullable String content, boolean tts, @Nullable List<Embed> embeds,
		@Nullable AllowedMentions allowedMentions, @Nullable List<MessageComponent> components,
		@Nullable List<AttachmentRequest> attachments, @Nullable MessageFlags flags, @Nullable PollRequest poll,
		@JsonIgnore List<Upload> uploads) implements WithFiles, InteractionResponse.Data {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public InteractionMessage {
		embeds = (embeds != null) ? List.copyOf(embeds) : null;
		components = (components != null) ? List.copyOf(components) : null;
		attachments = (attachments != null) ? List.copyOf(attachments) : null;
		uploads = RecordValues.listOrEmpty(uploads);
		MessageBody.check(content, embeds, components, flags, uploads);
		MessageBody.notEmpty(content != null && !content.isEmpty() || embeds != null && !embeds.isEmpty()
				|| components != null && !components.isEmpty() || !uploads.isEmpty() || poll != null);
	}

	/**
	 * A message with text alone.
	 * @param content the text, 1 to 2000 characters
	 * @return the message
	 */
	public static InteractionMessage of(String content) {
		return builder().content(content).build();
	}

	/**
	 * Starts one.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Puts one together. Not thread-safe.
	 */
	public static final class Builder extends MessageBody.Builder<Builder> {

		private boolean tts;

		private @Nullable PollRequest poll;

		private Builder() {
		}

		@Override
		Builder self() {
			return this;
		}

		/**
		 * Shows it to nobody but the user whose interaction it answers.
		 * @return this builder
		 */
		public Builder ephemeral() {
			return flags(MessageFlags.EPHEMERAL);
		}

		/**
		 * Sets whether it is read aloud.
		 * @param tts whether it is read aloud
		 * @return this builder
		 */
		public Builder tts(boolean tts) {
			this.tts = tts;
			return this;
		}

		/**
		 * Sets a poll.
		 * @param poll a poll; {@code null} for none
		 * @return this builder
		 */
		public Builder poll(PollRequest poll) {
			this.poll = poll;
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public InteractionMessage build() {
			return new InteractionMessage(this.content, this.tts, this.embeds, this.allowedMentions, this.components,
					attachments(), flagsOrNull(), this.poll, this.uploads);
		}

	}

}
