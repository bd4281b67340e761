package io.github.discordgateway.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.channel.ChannelFlags;
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.channel.DefaultReaction;
import io.github.discordgateway.model.channel.ForumLayoutType;
import io.github.discordgateway.model.channel.Overwrite;
import io.github.discordgateway.model.channel.SortOrderType;
import io.github.discordgateway.model.channel.VideoQualityMode;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a channel of a guild. What is left out stays as it is.
 *
 * @param name its name, 1 to 100 characters; {@code null} to leave it
 * @param type text or announcement, which may be changed into each other; {@code null} to
 * leave it
 * @param topic the topic, at most 4096 characters
 * @param bitrate bits in a second of a voice channel, from 8000
 * @param userLimit how many may be in a voice channel, 0 for any number
 * @param rateLimitPerUser for how many seconds a user must wait between messages, 0 to
 * 21600
 * @param position where it is shown
 * @param parentId the category
 * @param rtcRegion id of the region of a voice channel
 * @param videoQualityMode the quality of video
 * @param defaultAutoArchiveDuration after how many minutes without messages threads are
 * hidden: 60, 1440, 4320 or 10080
 * @param defaultReactionEmoji the emoji that is shown below posts of a forum
 * @param defaultThreadRateLimitPerUser the same wait in new threads, in seconds
 * @param defaultSortOrder the order of posts in a forum
 * @param defaultForumLayout the layout of a forum
 * @param nsfw whether it is for adults; {@code null} to leave it
 * @param flags flags; {@code null} to leave them
 * @param permissionOverwrites the permissions of roles and members that differ from the
 * guild's; {@code null} to leave them
 * @param availableTags the tags of a forum, at most 20; {@code null} to leave them
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#modify-channel-json-params-guild-channel">Discord's
 * documentation</a>
 */
@DiscordJson
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record EditChannel(@Nullable String name, @Nullable ChannelType type, Field<String> topic,
		Field<Integer> bitrate, Field<Integer> userLimit, Field<Integer> rateLimitPerUser, Field<Integer> position,
		Field<Snowflake> parentId, Field<String> rtcRegion, Field<VideoQualityMode> videoQualityMode,
		Field<Integer> defaultAutoArchiveDuration, Field<DefaultReaction> defaultReactionEmoji,
		Field<Integer> defaultThreadRateLimitPerUser, Field<SortOrderType> defaultSortOrder,
		Field<ForumLayoutType> defaultForumLayout, @Nullable Boolean nsfw, @Nullable ChannelFlags flags,
		@Nullable List<Overwrite> permissionOverwrites, @Nullable List<ForumTagRequest> availableTags) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public EditChannel {
		topic = Field.orAbsent(topic);
		bitrate = Field.orAbsent(bitrate);
		userLimit = Field.orAbsent(userLimit);
		rateLimitPerUser = Field.orAbsent(rateLimitPerUser);
		position = Field.orAbsent(position);
		parentId = Field.orAbsent(parentId);
		rtcRegion = Field.orAbsent(rtcRegion);
		videoQualityMode = Field.orAbsent(videoQualityMode);
		defaultAutoArchiveDuration = Field.orAbsent(defaultAutoArchiveDuration);
		defaultReactionEmoji = Field.orAbsent(defaultReactionEmoji);
		defaultThreadRateLimitPerUser = Field.orAbsent(defaultThreadRateLimitPerUser);
		defaultSortOrder = Field.orAbsent(defaultSortOrder);
		defaultForumLayout = Field.orAbsent(defaultForumLayout);
		permissionOverwrites = (permissionOverwrites != null) ? List.copyOf(permissionOverwrites) : null;
		availableTags = (availableTags != null) ? List.copyOf(availableTags) : null;
		Limits.text("The name of a channel", name, 1, 100);
		Limits.text("The topic of a channel", topic.value(), 0, 4096);
		Limits.number("The wait between messages in seconds", rateLimitPerUser.value(), 0, 21_600);
		Limits.number("The bit rate of a channel", bitrate.value(), 8000, Integer.MAX_VALUE);
		Limits.size("The list of a channel's overwrites", permissionOverwrites, 0, 100);
		Limits.size("The list of a forum's tags", availableTags, 0, 20);
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
	public static final class Builder {

		private @Nullable String name;

		private @Nullable ChannelType type;

		private Field<String> topic = Field.absent();

		private Field<Integer> bitrate = Field.absent();

		private Field<Integer> userLimit = Field.absent();

		private Field<Integer> rateLimitPerUser = Field.absent();

		private Field<Integer> position = Field.absent();

		private Field<Snowflake> parentId = Field.absent();

		private Field<String> rtcRegion = Field.absent();

		private Field<VideoQualityMode> videoQualityMode = Field.absent();

		private Field<Integer> defaultAutoArchiveDuration = Field.absent();

		private Field<DefaultReaction> defaultReactionEmoji = Field.absent();

		private Field<Integer> defaultThreadRateLimitPerUser = Field.absent();

		private Field<SortOrderType> defaultSortOrder = Field.absent();

		private Field<ForumLayoutType> defaultForumLayout = Field.absent();

		private @Nullable Boolean nsfw;

		private @Nullable ChannelFlags flags;

		private @Nullable List<Overwrite> permissionOverwrites;

		private @Nullable List<ForumTagRequest> availableTags;

		private Builder() {
		}

		/**
		 * Sets its name, 1 to 100 characters.
		 * @param name its name, 1 to 100 characters
		 * @return this builder
		 */
		public Builder name(String name) {
			this.name = name;
			return this;
		}

		/**
		 * Sets text or announcement, which may be changed into each other.
		 * @param type text or announcement, which may be changed into each other
		 * @return this builder
		 */
		public Builder type(ChannelType type) {
			this.type = type;
			return this;
		}

		/**
		 * Sets the topic, at most 4096 characters.
		 * @param topic the topic, at most 4096 characters
		 * @return this builder
		 */
		public Builder topic(@Nullable String topic) {
			this.topic = Field.of(topic);
			return this;
		}

		/**
		 * Sets bits in a second of a voice channel, from 8000.
		 * @param bitrate bits in a second of a voice channel, from 8000
		 * @return this builder
		 */
		public Builder bitrate(@Nullable Integer bitrate) {
			this.bitrate = Field.of(bitrate);
			return this;
		}

		/**
		 * Sets how many may be in a voice channel, 0 for any number.
		 * @param userLimit how many may be in a voice channel, 0 for any number
		 * @return this builder
		 */
		public Builder userLimit(@Nullable Integer userLimit) {
			this.userLimit = Field.of(userLimit);
			return this;
		}

		/**
		 * Sets for how many seconds a user must wait between messages, 0 to 21600.
		 * @param rateLimitPerUser for how many seconds a user must wait between messages,
		 * 0 to 21600
		 * @return this builder
		 */
		public Builder rateLimitPerUser(@Nullable Integer rateLimitPerUser) {
			this.rateLimitPerUser = Field.of(rateLimitPerUser);
			return this;
		}

		/**
		 * Sets where it is shown.
		 * @param position where it is shown
		 * @return this builder
		 */
		public Builder position(@Nullable Integer position) {
			this.position = Field.of(position);
			return this;
		}

		/**
		 * Sets the category.
		 * @param parentId the category
		 * @return this builder
		 */
		public Builder parentId(@Nullable Snowflake parentId) {
			this.parentId = Field.of(parentId);
			return this;
		}

		/**
		 * Sets id of the region of a voice channel.
		 * @param rtcRegion id of the region of a voice channel
		 * @return this builder
		 */
		public Builder rtcRegion(@Nullable String rtcRegion) {
			this.rtcRegion = Field.of(rtcRegion);
			return this;
		}

		/**
		 * Sets the quality of video.
		 * @param videoQualityMode the quality of video
		 * @return this builder
		 */
		public Builder videoQualityMode(@Nullable VideoQualityMode videoQualityMode) {
			this.videoQualityMode = Field.of(videoQualityMode);
			return this;
		}

		/**
		 * Sets after how many minutes without messages threads are hidden: 60, 1440, 4320
		 * or 10080.
		 * @param defaultAutoArchiveDuration after how many minutes without messages
		 * threads are hidden: 60, 1440, 4320 or 10080
		 * @return this builder
		 */
		public Builder defaultAutoArchiveDuration(@Nullable Integer defaultAutoArchiveDuration) {
			this.defaultAutoArchiveDuration = Field.of(defaultAutoArchiveDuration);
			return this;
		}

		/**
		 * Sets the emoji that is shown below posts of a forum.
		 * @param defaultReactionEmoji the emoji that is shown below posts of a forum
		 * @return this builder
		 */
		public Builder defaultReactionEmoji(@Nullable DefaultReaction defaultReactionEmoji) {
			this.defaultReactionEmoji = Field.of(defaultReactionEmoji);
			return this;
		}

		/**
		 * Sets the same wait in new threads, in seconds.
		 * @param defaultThreadRateLimitPerUser the same wait in new threads, in seconds
		 * @return this builder
		 */
		public Builder defaultThreadRateLimitPerUser(@Nullable Integer defaultThreadRateLimitPerUser) {
			this.defaultThreadRateLimitPerUser = Field.of(defaultThreadRateLimitPerUser);
			return this;
		}

		/**
		 * Sets the order of posts in a forum.
		 * @param defaultSortOrder the order of posts in a forum
		 * @return this builder
		 */
		public Builder defaultSortOrder(@Nullable SortOrderType defaultSortOrder) {
			this.defaultSortOrder = Field.of(defaultSortOrder);
			return this;
		}

		/**
		 * Sets the layout of a forum.
		 * @param defaultForumLayout the layout of a forum
		 * @return this builder
		 */
		public Builder defaultForumLayout(@Nullable ForumLayoutType defaultForumLayout) {
			this.defaultForumLayout = Field.of(defaultForumLayout);
			return this;
		}

		/**
		 * Sets whether it is for adults.
		 * @param nsfw whether it is for adults
		 * @return this builder
		 */
		public Builder nsfw(Boolean nsfw) {
			this.nsfw = nsfw;
			return this;
		}

		/**
		 * Sets flags.
		 * @param flags flags
		 * @return this builder
		 */
		public Builder flags(ChannelFlags flags) {
			this.flags = flags;
			return this;
		}

		/**
		 * Sets the permissions of roles and members that differ from the guild's.
		 * @param permissionOverwrites the permissions of roles and members that differ
		 * from the guild's
		 * @return this builder
		 */
		public Builder permissionOverwrites(Overwrite... permissionOverwrites) {
			this.permissionOverwrites = List.of(permissionOverwrites);
			return this;
		}

		/**
		 * Sets the tags of a forum, at most 20.
		 * @param availableTags the tags of a forum, at most 20
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
		public EditChannel build() {
			return new EditChannel(this.name, this.type, this.topic, this.bitrate, this.userLimit,
					this.rateLimitPerUser, this.position, this.parentId, this.rtcRegion, this.videoQualityMode,
					this.defaultAutoArchiveDuration, this.defaultReactionEmoji, this.defaultThreadRateLimitPerUser,
					this.defaultSortOrder, this.defaultForumLayout, this.nsfw, this.flags, this.permissionOverwrites,
					this.availableTags);
		}

	}

}
