package io.github.discordgateway.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.component.MessageComponent;
import io.github.discordgateway.model.message.Embed;
import io.github.discordgateway.model.message.MessageFlags;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A message to send to a channel.
 *
 * @param content the text; {@code null} to leave it out
 * @param nonce a text of at most 25 characters by which the message is known again;
 * {@code
 * null} for none
 * @param enforceNonce whether a message of the same nonce of the last minutes is returned
 * instead of sending another one
 * @param tts whether it is read aloud
 * @param embeds the embeds, at most 10; {@code null} to leave them out
 * @param allowedMentions which mentions notify; {@code null} for all
 * @param messageReference the message that it answers or forwards; {@code null} for none
 * @param components the components; {@code null} to leave them out
 * @param stickerIds at most 3 stickers; {@code null} for none
 * @param attachments the files in {@code uploads}, and those of a message that are kept;
 * {@code null} to leave it out
 * @param flags flags; {@code null} to leave them out
 * @param poll a poll; {@code null} for none
 * @param uploads the files to send; sent beside the body
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#create-message">Discord's
 * documentation</a>
 */
@DiscordJson
public record CreateMessage(@Nullable String content, @Nullable String nonce, boolean enforceNonce, boolean tts,
		@Nullable List<Embed> embeds, @Nullable AllowedMentions allowedMentions,
		@Nullable MessageReferenceRequest messageReference, @Nullable List<MessageComponent> components,
		@Nullable List<Snowflake> stickerIds, @Nullable List<AttachmentRequest> attachments,
		@Nullable MessageFlags flags, @Nullable PollRequest poll,
		@JsonIgnore List<Upload> uploads) implements WithFiles {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public CreateMessage {
		embeds = (embeds != null) ? List.copyOf(embeds) : null;
		components = (components != null) ? List.copyOf(components) : null;
		stickerIds = (stickerIds != null) ? List.copyOf(stickerIds) : null;
		attachments = (attachments != null) ? List.copyOf(attachments) : null;
		uploads = RecordValues.listOrEmpty(uploads);
		MessageBody.check(content, embeds, components, flags, uploads);
		Limits.text("The nonce of a message", nonce, 1, 25);
		Assert.isTrue(!enforceNonce || nonce != null, "A nonce is enforced that there is: give the message a nonce");
		Limits.size("The list of a message's stickers", stickerIds, 0, 3);
		MessageBody.notEmpty(content != null && !content.isEmpty() || embeds != null && !embeds.isEmpty()
				|| components != null && !components.isEmpty() || stickerIds != null && !stickerIds.isEmpty()
				|| !uploads.isEmpty() || poll != null || messageReference != null);
	}

	/**
	 * A message with text alone.
	 * @param content the text, 1 to 2000 characters
	 * @return the message
	 */
	public static CreateMessage of(String content) {
		return builder().content(content).build();
	}

	/** Whether the nonce is enforced. */
	@Override
	public boolean repeatable() {
		return this.enforceNonce;
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

		private @Nullable String nonce;

		private boolean enforceNonce;

		private boolean tts;

		private @Nullable MessageReferenceRequest messageReference;

		private @Nullable List<Snowflake> stickerIds;

		private @Nullable PollRequest poll;

		private Builder() {
		}

		@Override
		Builder self() {
			return this;
		}

		/**
		 * Makes it an answer to another message of the channel.
		 * @param messageId the other message
		 * @return this builder
		 */
		public Builder replyTo(Snowflake messageId) {
			return messageReference(MessageReferenceRequest.reply(messageId));
		}

		/**
		 * Names the message, so that it is sent once even if the connection breaks.
		 * @param nonce a text of 1 to 25 characters
		 * @return this builder
		 */
		public Builder nonce(String nonce) {
			this.nonce = nonce;
			this.enforceNonce = true;
			return this;
		}

		/**
		 * Sets whether a message of the same nonce of the last minutes is returned
		 * instead of sending another one.
		 * @param enforceNonce whether a message of the same nonce of the last minutes is
		 * returned instead of sending another one
		 * @return this builder
		 */
		public Builder enforceNonce(boolean enforceNonce) {
			this.enforceNonce = enforceNonce;
			return this;
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
		 * Sets the message that it answers or forwards.
		 * @param messageReference the message that it answers or forwards; {@code null}
		 * for none
		 * @return this builder
		 */
		public Builder messageReference(MessageReferenceRequest messageReference) {
			this.messageReference = messageReference;
			return this;
		}

		/**
		 * Sets at most 3 stickers.
		 * @param stickerIds at most 3 stickers; {@code null} for none
		 * @return this builder
		 */
		public Builder stickerIds(Snowflake... stickerIds) {
			this.stickerIds = List.of(stickerIds);
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
		public CreateMessage build() {
			return new CreateMessage(this.content, this.nonce, this.enforceNonce, this.tts, this.embeds,
					this.allowedMentions, this.messageReference, this.components, this.stickerIds, attachments(),
					flagsOrNull(), this.poll, this.uploads);
		}

	}

}
