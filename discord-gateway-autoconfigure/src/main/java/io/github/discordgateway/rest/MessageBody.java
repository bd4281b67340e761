package io.github.discordgateway.rest;

import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.component.MessageComponent;
import io.github.discordgateway.model.message.Embed;
import io.github.discordgateway.model.message.EmbedField;
import io.github.discordgateway.model.message.MessageFlags;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What bodies of messages have in common: their rules, and the parts of their builders.
 */
final class MessageBody {

	private static final int MAX_CONTENT = 2000;

	private static final int MAX_EMBEDS = 10;

	private static final int MAX_EMBED_CHARACTERS = 6000;

	private static final int MAX_ROWS = 5;

	private static final int MAX_FILES = 10;

	private MessageBody() {
	}

	/** Checks a new message. */
	static void check(@Nullable String content, @Nullable List<Embed> embeds,
			@Nullable List<MessageComponent> components, @Nullable MessageFlags flags, List<Upload> uploads) {
		check(content, embeds, components, flags, uploads,
				flags == null || !flags.contains(MessageFlags.IS_COMPONENTS_V2));
	}

	/** Checks a change, for which the message may have the flag of components already. */
	static void checkEdit(@Nullable String content, @Nullable List<Embed> embeds,
			@Nullable List<MessageComponent> components, @Nullable MessageFlags flags, List<Upload> uploads) {
		check(content, embeds, components, flags, uploads, false);
	}

	private static void check(@Nullable String content, @Nullable List<Embed> embeds,
			@Nullable List<MessageComponent> components, @Nullable MessageFlags flags, List<Upload> uploads,
			boolean rowsOnly) {
		Limits.text("The content of a message", content, 0, MAX_CONTENT);
		embeds(embeds);
		Limits.size("The list of a message's files", uploads, 0, MAX_FILES);
		if (components != null) {
			ComponentRules.message(components, rowsOnly);
		}
		if (flags != null && flags.contains(MessageFlags.IS_COMPONENTS_V2)) {
			Assert.isTrue((content == null || content.isEmpty()) && (embeds == null || embeds.isEmpty()),
					"A message with the flag IS_COMPONENTS_V2 consists of components alone: put the text into a "
							+ "TextDisplay, and leave content and embeds out");
		}
		else if (rowsOnly) {
			Limits.size("The list of a message's action rows", components, 0, MAX_ROWS);
		}
	}

	static void notEmpty(boolean something) {
		Assert.isTrue(something,
				"A message is not empty: give it a content, an embed, a component, a file, " + "a sticker or a poll");
	}

	private static void embeds(@Nullable List<Embed> embeds) {
		if (embeds == null) {
			return;
		}
		Limits.size("The list of a message's embeds", embeds, 0, MAX_EMBEDS);
		int characters = 0;
		for (Embed embed : embeds) {
			Limits.text("The title of an embed", embed.title(), 0, 256);
			Limits.text("The description of an embed", embed.description(), 0, 4096);
			Limits.size("The list of an embed's fields", embed.fields(), 0, 25);
			characters += length(embed.title()) + length(embed.description());
			for (EmbedField field : embed.fields()) {
				Limits.text("The name of an embed's field", field.name(), 1, 256);
				Limits.text("The value of an embed's field", field.value(), 1, 1024);
				characters += length(field.name()) + length(field.value());
			}
			if (embed.footer() != null) {
				Limits.text("The footer of an embed", embed.footer().text(), 0, 2048);
				characters += length(embed.footer().text());
			}
			if (embed.author() != null) {
				Limits.text("The author of an embed", embed.author().name(), 0, 256);
				characters += length(embed.author().name());
			}
		}
		int all = characters;
		Assert.isTrue(all <= MAX_EMBED_CHARACTERS, () -> "The embeds of a message have at most " + MAX_EMBED_CHARACTERS
				+ " characters together, not " + all);
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.codePointCount(0, text.length()) : 0;
	}

	/**
	 * Puts together what bodies of messages have in common. Not thread-safe.
	 *
	 * @param <B> the builder itself
	 */
	abstract static class Builder<B extends Builder<B>> {

		@Nullable String content;

		@Nullable List<Embed> embeds;

		@Nullable List<MessageComponent> components;

		@Nullable AllowedMentions allowedMentions;

		final List<AttachmentRequest> kept = new ArrayList<>();

		boolean listsAttachments;

		final List<Upload> uploads = new ArrayList<>();

		long flags;

		abstract B self();

		/**
		 * Sets the text.
		 * @param content the text, at most 2000 characters
		 * @return this builder
		 */
		public B content(String content) {
			this.content = content;
			return self();
		}

		/**
		 * Adds embeds.
		 * @param embeds the embeds, at most 10 of a message; none for an empty list,
		 * which removes those of a message that is edited
		 * @return this builder
		 */
		public B embeds(Embed... embeds) {
			this.embeds = (this.embeds != null) ? this.embeds : new ArrayList<>();
			this.embeds.addAll(List.of(embeds));
			return self();
		}

		/**
		 * Adds components.
		 * @param components action rows, or with the flag IS_COMPONENTS_V2 any; none for
		 * an empty list, which removes those of a message that is edited
		 * @return this builder
		 */
		public B components(MessageComponent... components) {
			this.components = (this.components != null) ? this.components : new ArrayList<>();
			this.components.addAll(List.of(components));
			return self();
		}

		/**
		 * Adds files.
		 * @param uploads the files, at most 10 of a message
		 * @return this builder
		 */
		public B files(Upload... uploads) {
			this.uploads.addAll(List.of(uploads));
			return self();
		}

		/**
		 * Says which mentions in the text notify.
		 * @param allowedMentions by default all of them
		 * @return this builder
		 */
		public B allowedMentions(AllowedMentions allowedMentions) {
			this.allowedMentions = allowedMentions;
			return self();
		}

		/**
		 * Sets flags.
		 * @param flags the flags, beside those that are set already
		 * @return this builder
		 */
		public B flags(MessageFlags... flags) {
			for (MessageFlags flag : flags) {
				this.flags |= flag.bits();
			}
			return self();
		}

		@Nullable MessageFlags flagsOrNull() {
			return (this.flags != 0) ? new MessageFlags(this.flags) : null;
		}

		/** Those that are kept, then the new ones, by their numbers. */
		@Nullable List<AttachmentRequest> attachments() {
			if (this.uploads.isEmpty() && !this.listsAttachments) {
				return null;
			}
			List<AttachmentRequest> attachments = new ArrayList<>(this.kept);
			for (int i = 0; i < this.uploads.size(); i++) {
				Upload upload = this.uploads.get(i);
				attachments.add(new AttachmentRequest(Snowflake.of(i), upload.filename(), upload.description()));
			}
			return attachments;
		}

	}

}
