package io.github.discordgateway.rest;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.channel.DefaultReaction;
import io.github.discordgateway.model.channel.ForumLayoutType;
import io.github.discordgateway.model.channel.Overwrite;
import io.github.discordgateway.model.channel.SortOrderType;
import io.github.discordgateway.model.channel.VideoQualityMode;
import org.jspecify.annotations.Nullable;

/**
 * A channel to make.
 *
 * @param name its name, 1 to 100 characters
 * @param type which kind; {@code null} for text
 * @param topic the topic, at most 4096 characters; {@code null} for the default
 * @param bitrate bits in a second of a voice channel, from 8000; {@code null} for the
 * default
 * @param userLimit how many may be in a voice channel, 0 for any number; {@code null} for
 * the default
 * @param rateLimitPerUser for how many seconds a user must wait between messages, 0 to
 * 21600; {@code null} for the default
 * @param position where it is shown; {@code null} for the default
 * @param parentId the category; {@code null} for the default
 * @param rtcRegion id of the region of a voice channel; {@code null} for the default
 * @param videoQualityMode the quality of video; {@code null} for the default
 * @param defaultAutoArchiveDuration after how many minutes without messages threads are
 * hidden: 60, 1440, 4320 or 10080; {@code null} for the default
 * @param defaultReactionEmoji the emoji that is shown below posts of a forum;
 * {@code null} for the default
 * @param defaultThreadRateLimitPerUser the same wait in new threads, in seconds; {@code
 * null} for the default
 * @param defaultSortOrder the order of posts in a forum; {@code null} for the default
 * @param defaultForumLayout the layout of a forum; {@code null} for the default
 * @param nsfw whether it is for adults; {@code null} for no
 * @param permissionOverwrites the permissions of roles and members that differ from the
 * guild's; {@code null} for none
 * @param availableTags the tags of a forum, at most 20; {@code null} for none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#create-guild-channel">Discord's
 * documentation</a>
 */
@DiscordJson
public record CreateChannel(String name, @Nullable ChannelType type, @Nullable String topic, @Nullable Integer bitrate,
		@Nullable Integer userLimit, @Nullable Integer rateLimitPerUser, @Nullable Integer position,
		@Nullable Snowflake parentId, @Nullable String rtcRegion, @Nullable VideoQualityMode videoQualityMode,
		@Nullable Integer defaultAutoArchiveDuration, @Nullable DefaultReaction defaultReactionEmoji,
		@Nullable Integer defaultThreadRateLimitPerUser, @Nullable SortOrderType defaultSortOrder,
		@Nullable ForumLayoutType defaultForumLayout, @Nullable Boolean nsfw,
		@Nullable List<Overwrite> permissionOverwrites, @Nullable List<ForumTagRequest> availableTags) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public CreateChannel {
		permissionOverwrites = (permissionOverwrites != null) ? List.copyOf(permissionOverwrites) : null;
		availableTags = (availableTags != null) ? List.copyOf(availableTags) : null;
		Limits.text("The name of a channel", name, 1, 100);
		Limits.text("The topic of a channel", topic, 0, 4096);
		Limits.number("The wait between messages in seconds", rateLimitPerUser, 0, 21_600);
		Limits.number("The bit rate of a channel", bitrate, 8000, Integer.MAX_VALUE);
		Limits.size("The list of a channel's overwrites", permissionOverwrites, 0, 100);
		Limits.size("The list of a forum's tags", availableTags, 0, 20);
	}

	/**
	 * Starts one with what is always needed.
	 * @param name its name, 1 to 100 characters
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	/**
	 * Puts one together. Not thread-safe.
	 */
	public static final class Builder {

		private final String name;

		private @Nullable ChannelType type;

		private @Nullable String topic;

		private @Nullable Integer bitrate;

		private @Nullable Integer userLimit;

		private @Nullable Integer rateLimitPerUser;

		private @Nullable Integer position;

		private @Nullable Snowflake parentId;

		private @Nullable String rtcRegion;

		private @Nullable VideoQualityMode videoQualityMode;

		private @Nullable Integer defaultAutoArchiveDuration;

		private @Nullable DefaultReaction defaultReactionEmoji;

		private @Nullable Integer defaultThreadRateLimitPerUser;

		private @Nullable SortOrderType defaultSortOrder;

		private @Nullable ForumLayoutType defaultForumLayout;

		private @Nullable Boolean nsfw;

		private @Nullable List<Overwrite> permissionOverwrites;

		private @Nullable List<ForumTagRequest> availableTags;

		private Builder(String name) {
			this.name = name;
		}

		/**
		 * Sets which kind.
		 * @param type which kind; {@code null} for text
		 * @return this builder
		 */
		public Builder type(ChannelType type) {
			this.type = type;
			return this;
		}

		/**
		 * Sets the topic, at most 4096 characters.
		 * @param topic the topic, at most 4096 characters; {@code null} for the default
		 * @return this builder
		 */
		public Builder topic(String topic) {
			this.topic = topic;
			return this;
		}

		/**
		 * Sets bits in a second of a voice channel, from 8000.
		 * @param bitrate bits in a second of a voice channel, from 8000; {@code null} for
		 * the default
		 * @return this builder
		 */
		public Builder bitrate(Integer bitrate) {
			this.bitrate = bitrate;
			return this;
		}

		/**
		 * Sets how many may be in a voice channel, 0 for any number.
		 * @param userLimit how many may be in a voice channel, 0 for any number;
		 * {@code null} for the default
		 * @return this builder
		 */
		public Builder userLimit(Integer userLimit) {
			this.userLimit = userLimit;
			return this;
		}

		/**
		 * Sets for how many seconds a user must wait between messages, 0 to 21600.
		 * @param rateLimitPerUser for how many seconds a user must wait between messages,
		 * 0 to 21600; {@code null} for the default
		 * @return this builder
		 */
		public Builder rateLimitPerUser(Integer rateLimitPerUser) {
			this.rateLimitPerUser = rateLimitPerUser;
			return this;
		}

		/**
		 * Sets where it is shown.
		 * @param position where it is shown; {@code null} for the default
		 * @return this builder
		 */
		public Builder position(Integer position) {
			this.position = position;
			return this;
		}

		/**
		 * Sets the category.
		 * @param parentId the category; {@code null} for the default
		 * @return this builder
		 */
		public Builder parentId(Snowflake parentId) {
			this.parentId = parentId;
			return this;
		}

		/**
		 * Sets id of the region of a voice channel.
		 * @param rtcRegion id of the region of a voice channel; {@code null} for the
		 * default
		 * @return this builder
		 */
		public Builder rtcRegion(String rtcRegion) {
			this.rtcRegion = rtcRegion;
			return this;
		}

		/**
		 * Sets the quality of video.
		 * @param videoQualityMode the quality of video; {@code null} for the default
		 * @return this builder
		 */
		public Builder videoQualityMode(VideoQualityMode videoQualityMode) {
			this.videoQualityMode = videoQualityMode;
			return this;
		}

		/**
		 * Sets after how many minutes without messages threads are hidden: 60, 1440, 4320
		 * or 10080.
		 * @param defaultAutoArchiveDuration after how many minutes without messages
		 * threads are hidden: 60, 1440, 4320 or 10080; {@code null} for the default
		 * @return this builder
		 */
		public Builder defaultAutoArchiveDuration(Integer defaultAutoArchiveDuration) {
			this.defaultAutoArchiveDuration = defaultAutoArchiveDuration;
			return this;
		}

		/**
		 * Sets the emoji that is shown below posts of a forum.
		 * @param defaultReactionEmoji the emoji that is shown below posts of a forum;
		 * {@code null} for the default
		 * @return this builder
		 */
		public Builder defaultReactionEmoji(DefaultReaction defaultReactionEmoji) {
			this.defaultReactionEmoji = defaultReactionEmoji;
			return this;
		}

		/**
		 * Sets the same wait in new threads, in seconds.
		 * @param defaultThreadRateLimitPerUser the same wait in new threads, in seconds;
		 * {@code
		 * null} for the default
		 * @return this builder
		 */
		public Builder defaultThreadRateLimitPerUser(Integer defaultThreadRateLimitPerUser) {
			this.defaultThreadRateLimitPerUser = defaultThreadRateLimitPerUser;
			return this;
		}

		/**
		 * Sets the order of posts in a forum.
		 * @param defaultSortOrder the order of posts in a forum; {@code null} for the
		 * default
		 * @return this builder
		 */
		public Builder defaultSortOrder(SortOrderType defaultSortOrder) {
			this.defaultSortOrder = defaultSortOrder;
			return this;
		}

		/**
		 * Sets the layout of a forum.
		 * @param defaultForumLayout the layout of a forum; {@code null} for the default
		 * @return this builder
		 */
		public Builder defaultForumLayout(ForumLayoutType defaultForumLayout) {
			this.defaultForumLayout = defaultForumLayout;
			return this;
		}

		/**
		 * Sets whether it is for adults.
		 * @param nsfw whether it is for adults; {@code null} for no
		 * @return this builder
		 */
		public Builder nsfw(Boolean nsfw) {
			this.nsfw = nsfw;
			return this;
		}

		/**
		 * Sets the permissions of roles and members that differ from the guild's.
		 * @param permissionOverwrites the permissions of roles and members that differ
		 * from the guild's; {@code null} for none
		 * @return this builder
		 */
		public Builder permissionOverwrites(Overwrite... permissionOverwrites) {
			this.permissionOverwrites = List.of(permissionOverwrites);
			return this;
		}

		/**
		 * Sets the tags of a forum, at most 20.
		 * @param availableTags the tags of a forum, at most 20; {@code null} for none
		 * @return this builder
		 */
		public Builder availableTags(ForumTagRequest... availableTags) {
			this.availableTags = List.of(availableTags);
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public CreateChannel build() {
			return new CreateChannel(this.name, this.type, this.topic, this.bitrate, this.userLimit,
					this.rateLimitPerUser, this.position, this.parentId, this.rtcRegion, this.videoQualityMode,
					this.defaultAutoArchiveDuration, this.defaultReactionEmoji, this.defaultThreadRateLimitPerUser,
					this.defaultSortOrder, this.defaultForumLayout, this.nsfw, this.permissionOverwrites,
					this.availableTags);
		}

	}

}
