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
 * What to change of a message. What is left out stays as it is.
 *
 * @param content the text; {@code null} to leave it out
 * @param embeds the embeds, at most 10; {@code null} to leave them out
 * @param allowedMentions which mentions notify; {@code null} for all
 * @param components the components; {@code null} to leave them out
 * @param attachments the files in {@code uploads}, and those of a message that are kept;
 * {@code null} to leave it out
 * @param flags flags; {@code null} to leave them out
 * @param uploads the files to send; sent beside the body
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#edit-message">Discord's
 * documentation</a>
 */
@DiscordJson
public record EditMessage(@Nullable String content, @Nullable List<Embed> embeds,
		@Nullable AllowedMentions allowedMentions, @Nullable List<MessageComponent> components,
		@Nullable List<AttachmentRequest> attachments, @Nullable MessageFlags flags,
		@JsonIgnore List<Upload> uploads) implements WithFiles, InteractionResponse.Data {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public EditMessage {
		embeds = (embeds != null) ? List.copyOf(embeds) : null;
		components = (components != null) ? List.copyOf(components) : null;
		attachments = (attachments != null) ? List.copyOf(attachments) : null;
		uploads = RecordValues.listOrEmpty(uploads);
		MessageBody.checkEdit(content, embeds, components, flags, uploads);
	}

	/**
	 * Another text.
	 * @param content the text, at most 2000 characters
	 * @return the change
	 */
	public static EditMessage of(String content) {
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

		private Builder() {
		}

		@Override
		Builder self() {
			return this;
		}

		/**
		 * Says which of the message's files stay; the others are removed.
		 * @param attachments ids of files; none to remove all
		 * @return this builder
		 */
		public Builder keep(Snowflake... attachments) {
			this.listsAttachments = true;
			for (Snowflake attachment : attachments) {
				this.kept.add(new AttachmentRequest(attachment, null, null));
			}
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public EditMessage build() {
			return new EditMessage(this.content, this.embeds, this.allowedMentions, this.components, attachments(),
					flagsOrNull(), this.uploads);
		}

	}

}
