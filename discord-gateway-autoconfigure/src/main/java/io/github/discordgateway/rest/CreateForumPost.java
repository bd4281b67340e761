package io.github.discordgateway.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.component.MessageComponent;
import io.github.discordgateway.model.message.Embed;
import io.github.discordgateway.model.message.MessageFlags;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A post in a forum or media channel.
 *
 * @param name its name, 1 to 100 characters
 * @param autoArchiveDuration after how many minutes without messages it is hidden: 60,
 * 1440, 4320 or 10080; {@code null} for the channel's
 * @param rateLimitPerUser for how many seconds a user must wait between messages, 0 to
 * 21600; {@code null} for no time
 * @param message its first message
 * @param appliedTags at most 5 tags of the forum; {@code null} for none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel">Discord's
 * documentation</a>
 */
@DiscordJson
public record CreateForumPost(String name, @Nullable Integer autoArchiveDuration, @Nullable Integer rateLimitPerUser,
		Post message, @Nullable List<Snowflake> appliedTags) implements WithFiles {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public CreateForumPost {
		appliedTags = (appliedTags != null) ? List.copyOf(appliedTags) : null;
		Limits.text("The name of a thread", name, 1, 100);
		Limits.number("The wait between messages in seconds", rateLimitPerUser, 0, 21_600);
		Assert.notNull(message, "A post needs a message");
		Limits.size("The list of a thread's tags", appliedTags, 0, 5);
	}

	@Override
	public List<Upload> uploads() {
		return this.message.uploads();
	}

	/**
	 * A post with text alone.
	 * @param name its name
	 * @param content the text of its first message
	 * @return the post
	 */
	public static CreateForumPost of(String name, String content) {
		return builder(name, Post.of(CreateMessage.of(content))).build();
	}

	/**
	 * The first message of a post.
	 *
	 * @param content the text; {@code null} for none
	 * @param embeds the embeds; {@code null} for none
	 * @param allowedMentions which mentions notify; {@code null} for all
	 * @param components the components; {@code null} for none
	 * @param stickerIds the stickers; {@code null} for none
	 * @param attachments the files in {@code uploads}; {@code null} for none
	 * @param flags flags; {@code null} for none
	 * @param uploads the files to send; sent beside the body
	 */
	@DiscordJson
	public record Post(@Nullable String content, @Nullable List<Embed> embeds,
			@Nullable AllowedMentions allowedMentions, @Nullable List<MessageComponent> components,
			@Nullable List<Snowflake> stickerIds, @Nullable List<AttachmentRequest> attachments,
			@Nullable MessageFlags flags, @JsonIgnore List<Upload> uploads) implements WithFiles {

		/**
		 * What a post may have of a message.
		 * @param message the message, without nonce, reference and poll
		 * @return the first message of a post
		 * @throws IllegalArgumentException when the message has more than a post may have
		 */
		public static Post of(CreateMessage message) {
			Assert.isTrue(
					message.nonce() == null && message.messageReference() == null && message.poll() == null
							&& !message.tts(),
					"The first message of a post has no nonce, no reference, no poll, and is not read aloud");
			return new Post(message.content(), message.embeds(), message.allowedMentions(), message.components(),
					message.stickerIds(), message.attachments(), message.flags(), message.uploads());
		}

	}

	/**
	 * Starts one with what is always needed.
	 * @param name its name, 1 to 100 characters
	 * @param message its first message
	 * @return a builder
	 */
	public static Builder builder(String name, Post message) {
		return new Builder(name, message);
	}

	/**
	 * Puts one together. Not thread-safe.
	 */
	public static final class Builder {

		private final String name;

		private @Nullable Integer autoArchiveDuration;

		private @Nullable Integer rateLimitPerUser;

		private final Post message;

		private @Nullable List<Snowflake> appliedTags;

		private Builder(String name, Post message) {
			this.name = name;
			this.message = message;
		}

		/**
		 * Sets after how many minutes without messages it is hidden: 60, 1440, 4320 or
		 * 10080.
		 * @param autoArchiveDuration after how many minutes without messages it is
		 * hidden: 60, 1440, 4320 or 10080; {@code null} for the channel's
		 * @return this builder
		 */
		public Builder autoArchiveDuration(Integer autoArchiveDuration) {
			this.autoArchiveDuration = autoArchiveDuration;
			return this;
		}

		/**
		 * Sets for how many seconds a user must wait between messages, 0 to 21600.
		 * @param rateLimitPerUser for how many seconds a user must wait between messages,
		 * 0 to 21600; {@code null} for no time
		 * @return this builder
		 */
		public Builder rateLimitPerUser(Integer rateLimitPerUser) {
			this.rateLimitPerUser = rateLimitPerUser;
			return this;
		}

		/**
		 * Sets at most 5 tags of the forum.
		 * @param appliedTags at most 5 tags of the forum; {@code null} for none
		 * @return this builder
		 */
		public Builder appliedTags(Snowflake... appliedTags) {
			this.appliedTags = List.of(appliedTags);
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public CreateForumPost build() {
			return new CreateForumPost(this.name, this.autoArchiveDuration, this.rateLimitPerUser, this.message,
					this.appliedTags);
		}

	}

}
