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

/**
 * A message that a webhook sends.
 *
 * @param content the text; {@code null} to leave it out
 * @param username the name that is shown, 1 to 80 characters; {@code null} for the
 * webhook's
 * @param avatarUrl URL of the picture that is shown; {@code null} for the webhook's
 * @param tts whether it is read aloud
 * @param embeds the embeds, at most 10; {@code null} to leave them out
 * @param allowedMentions which mentions notify; {@code null} for all
 * @param components the components; {@code null} to leave them out
 * @param attachments the files in {@code uploads}, and those of a message that are kept;
 * {@code null} to leave it out
 * @param flags flags; {@code null} to leave them out
 * @param threadName the name of the thread to start in a forum, at most 100 characters;
 * {@code null} for none
 * @param appliedTags at most 5 tags of that thread; {@code null} for none
 * @param poll a poll; {@code null} for none
 * @param uploads the files to send; sent beside the body
 * @see <a href=
 * "https://discord.com/developers/docs/resources/webhook#execute-webhook">Discord's
 * documentation</a>
 */
@DiscordJson
public record ExecuteWebhook(@Nullable String content, @Nullable String username, @Nullable String avatarUrl,
		boolean tts, @Nullable List<Embed> embeds, @Nullable AllowedMentions allowedMentions,
		@Nullable List<MessageComponent> components, @Nullable List<AttachmentRequest> attachments,
		@Nullable MessageFlags flags, @Nullable String threadName, @Nullable List<Snowflake> appliedTags,
		@Nullable PollRequest poll, @JsonIgnore List<Upload> uploads) implements WithFiles {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public ExecuteWebhook {
		embeds = (embeds != null) ? List.copyOf(embeds) : null;
		components = (components != null) ? List.copyOf(components) : null;
		attachments = (attachments != null) ? List.copyOf(attachments) : null;
		appliedTags = (appliedTags != null) ? List.copyOf(appliedTags) : null;
		uploads = RecordValues.listOrEmpty(uploads);
		MessageBody.check(content, embeds, components, flags, uploads);
		Limits.text("The name of a webhook", username, 1, 80);
		Limits.text("The name of a thread", threadName, 1, 100);
		Limits.size("The list of a thread's tags", appliedTags, 0, 5);
		MessageBody.notEmpty(content != null && !content.isEmpty() || embeds != null && !embeds.isEmpty()
				|| components != null && !components.isEmpty() || !uploads.isEmpty() || poll != null);
	}

	/**
	 * A message with text alone.
	 * @param content the text, 1 to 2000 characters
	 * @return the message
	 */
	public static ExecuteWebhook of(String content) {
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

		private @Nullable String username;

		private @Nullable String avatarUrl;

		private boolean tts;

		private @Nullable String threadName;

		private @Nullable List<Snowflake> appliedTags;

		private @Nullable PollRequest poll;

		private Builder() {
		}

		@Override
		Builder self() {
			return this;
		}

		/**
		 * Sets the name that is shown, 1 to 80 characters.
		 * @param username the name that is shown, 1 to 80 characters; {@code null} for
		 * the webhook's
		 * @return this builder
		 */
		public Builder username(String username) {
			this.username = username;
			return this;
		}

		/**
		 * Sets URL of the picture that is shown.
		 * @param avatarUrl URL of the picture that is shown; {@code null} for the
		 * webhook's
		 * @return this builder
		 */
		public Builder avatarUrl(String avatarUrl) {
			this.avatarUrl = avatarUrl;
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
		 * Sets the name of the thread to start in a forum, at most 100 characters.
		 * @param threadName the name of the thread to start in a forum, at most 100
		 * characters; {@code null} for none
		 * @return this builder
		 */
		public Builder threadName(String threadName) {
			this.threadName = threadName;
			return this;
		}

		/**
		 * Sets at most 5 tags of that thread.
		 * @param appliedTags at most 5 tags of that thread; {@code null} for none
		 * @return this builder
		 */
		public Builder appliedTags(Snowflake... appliedTags) {
			this.appliedTags = List.of(appliedTags);
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
		public ExecuteWebhook build() {
			return new ExecuteWebhook(this.content, this.username, this.avatarUrl, this.tts, this.embeds,
					this.allowedMentions, this.components, attachments(), flagsOrNull(), this.threadName,
					this.appliedTags, this.poll, this.uploads);
		}

	}

}
