package io.github.discordgateway.model.channel;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link Channel channels}, in tests above all. What is not set is absent, empty
 * or false.
 */
public final class ChannelBuilder {

	private Snowflake id;

	private ChannelType type;

	private @Nullable Snowflake guildId;

	private @Nullable Integer position;

	private List<Overwrite> permissionOverwrites = List.of();

	private @Nullable String name;

	private @Nullable String topic;

	private boolean nsfw;

	private @Nullable Snowflake lastMessageId;

	private @Nullable Integer bitrate;

	private @Nullable Integer userLimit;

	private @Nullable Integer rateLimitPerUser;

	private List<User> recipients = List.of();

	private @Nullable String icon;

	private @Nullable Snowflake ownerId;

	private @Nullable Snowflake applicationId;

	private boolean managed;

	private @Nullable Snowflake parentId;

	private @Nullable Instant lastPinTimestamp;

	private @Nullable String rtcRegion;

	private @Nullable VideoQualityMode videoQualityMode;

	private @Nullable Integer messageCount;

	private @Nullable Integer memberCount;

	private @Nullable ThreadMetadata threadMetadata;

	private @Nullable ThreadMember member;

	private @Nullable Integer defaultAutoArchiveDuration;

	private @Nullable Permissions permissions;

	private @Nullable Permissions appPermissions;

	private @Nullable ChannelFlags flags;

	private @Nullable Integer totalMessageSent;

	private List<ForumTag> availableTags = List.of();

	private List<Snowflake> appliedTags = List.of();

	private @Nullable DefaultReaction defaultReactionEmoji;

	private @Nullable Integer defaultThreadRateLimitPerUser;

	private @Nullable SortOrderType defaultSortOrder;

	private @Nullable ForumLayoutType defaultForumLayout;

	private boolean newlyCreated;

	private @Nullable ThreadSearchTagSetting defaultTagSetting;

	ChannelBuilder(Snowflake id, ChannelType type) {
		this.id = RecordValues.required("id", id);
		this.type = RecordValues.required("type", type);
	}

	ChannelBuilder(Channel channel) {
		this.id = channel.id();
		this.type = channel.type();
		this.guildId = channel.guildId();
		this.position = channel.position();
		this.permissionOverwrites = channel.permissionOverwrites();
		this.name = channel.name();
		this.topic = channel.topic();
		this.nsfw = channel.nsfw();
		this.lastMessageId = channel.lastMessageId();
		this.bitrate = channel.bitrate();
		this.userLimit = channel.userLimit();
		this.rateLimitPerUser = channel.rateLimitPerUser();
		this.recipients = channel.recipients();
		this.icon = channel.icon();
		this.ownerId = channel.ownerId();
		this.applicationId = channel.applicationId();
		this.managed = channel.managed();
		this.parentId = channel.parentId();
		this.lastPinTimestamp = channel.lastPinTimestamp();
		this.rtcRegion = channel.rtcRegion();
		this.videoQualityMode = channel.videoQualityMode();
		this.messageCount = channel.messageCount();
		this.memberCount = channel.memberCount();
		this.threadMetadata = channel.threadMetadata();
		this.member = channel.member();
		this.defaultAutoArchiveDuration = channel.defaultAutoArchiveDuration();
		this.permissions = channel.permissions();
		this.appPermissions = channel.appPermissions();
		this.flags = channel.flags();
		this.totalMessageSent = channel.totalMessageSent();
		this.availableTags = channel.availableTags();
		this.appliedTags = channel.appliedTags();
		this.defaultReactionEmoji = channel.defaultReactionEmoji();
		this.defaultThreadRateLimitPerUser = channel.defaultThreadRateLimitPerUser();
		this.defaultSortOrder = channel.defaultSortOrder();
		this.defaultForumLayout = channel.defaultForumLayout();
		this.newlyCreated = channel.newlyCreated();
		this.defaultTagSetting = channel.defaultTagSetting();
	}

	/**
	 * Sets the id of the channel.
	 * @param id id of the channel
	 * @return this builder
	 */
	public ChannelBuilder id(Snowflake id) {
		this.id = RecordValues.required("id", id);
		return this;
	}

	/**
	 * Sets the kind.
	 * @param type which kind it is
	 * @return this builder
	 */
	public ChannelBuilder type(ChannelType type) {
		this.type = RecordValues.required("type", type);
		return this;
	}

	/**
	 * Sets the id of the guild.
	 * @param guildId id of the guild, often absent in GUILD_CREATE, then {@code null}
	 * @return this builder
	 */
	public ChannelBuilder guildId(@Nullable Snowflake guildId) {
		this.guildId = guildId;
		return this;
	}

	/**
	 * Sets the place in the list of channels.
	 * @param position place in the list of channels; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder position(@Nullable Integer position) {
		this.position = position;
		return this;
	}

	/**
	 * Sets what roles and members may do here, other than in the guild.
	 * @param permissionOverwrites what roles and members may do here, other than in the
	 * guild; empty when absent
	 * @return this builder
	 */
	public ChannelBuilder permissionOverwrites(List<Overwrite> permissionOverwrites) {
		this.permissionOverwrites = RecordValues.requiredList("permissionOverwrites", permissionOverwrites);
		return this;
	}

	/**
	 * Sets the channel's name.
	 * @param name the channel's name; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder name(@Nullable String name) {
		this.name = name;
		return this;
	}

	/**
	 * Sets the topic, or the guidelines of a forum.
	 * @param topic the topic, or the guidelines of a forum; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder topic(@Nullable String topic) {
		this.topic = topic;
		return this;
	}

	/**
	 * Sets whether it is restricted to adults.
	 * @param nsfw whether it is restricted to adults; {@code false} when absent
	 * @return this builder
	 */
	public ChannelBuilder nsfw(boolean nsfw) {
		this.nsfw = nsfw;
		return this;
	}

	/**
	 * Sets the id of the newest message, or in forums of the newest thread, which may
	 * have been deleted.
	 * @param lastMessageId id of the newest message, or in forums of the newest thread,
	 * which may have been deleted; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder lastMessageId(@Nullable Snowflake lastMessageId) {
		this.lastMessageId = lastMessageId;
		return this;
	}

	/**
	 * Sets the bits per second of the voice.
	 * @param bitrate bits per second of the voice; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder bitrate(@Nullable Integer bitrate) {
		this.bitrate = bitrate;
		return this;
	}

	/**
	 * Sets how many users a voice channel takes.
	 * @param userLimit how many users a voice channel takes; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder userLimit(@Nullable Integer userLimit) {
		this.userLimit = userLimit;
		return this;
	}

	/**
	 * Sets the seconds that a user has to wait between messages, 0 to 21,600.
	 * @param rateLimitPerUser seconds that a user has to wait between messages, 0 to
	 * 21,600; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder rateLimitPerUser(@Nullable Integer rateLimitPerUser) {
		this.rateLimitPerUser = rateLimitPerUser;
		return this;
	}

	/**
	 * Sets the other users of a direct message channel.
	 * @param recipients the other users of a direct message channel; empty when absent
	 * @return this builder
	 */
	public ChannelBuilder recipients(List<User> recipients) {
		this.recipients = RecordValues.requiredList("recipients", recipients);
		return this;
	}

	/**
	 * Sets the hash of the icon of a group channel.
	 * @param icon hash of the icon of a group channel; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder icon(@Nullable String icon) {
		this.icon = icon;
		return this;
	}

	/**
	 * Sets the id of the user who made the group channel or thread.
	 * @param ownerId id of the user who made the group channel or thread; {@code null}
	 * when absent
	 * @return this builder
	 */
	public ChannelBuilder ownerId(@Nullable Snowflake ownerId) {
		this.ownerId = ownerId;
		return this;
	}

	/**
	 * Sets the id of the application that made a group channel.
	 * @param applicationId id of the application that made a group channel; {@code null}
	 * when absent
	 * @return this builder
	 */
	public ChannelBuilder applicationId(@Nullable Snowflake applicationId) {
		this.applicationId = applicationId;
		return this;
	}

	/**
	 * Sets whether an application manages the group channel.
	 * @param managed whether an application manages the group channel; {@code false} when
	 * absent
	 * @return this builder
	 */
	public ChannelBuilder managed(boolean managed) {
		this.managed = managed;
		return this;
	}

	/**
	 * Sets the id of the category, or of the channel of a thread.
	 * @param parentId id of the category, or of the channel of a thread; {@code null}
	 * when absent
	 * @return this builder
	 */
	public ChannelBuilder parentId(@Nullable Snowflake parentId) {
		this.parentId = parentId;
		return this;
	}

	/**
	 * Sets when the message that was pinned last was pinned.
	 * @param lastPinTimestamp when the message that was pinned last was pinned; {@code
	 * null} when absent
	 * @return this builder
	 */
	public ChannelBuilder lastPinTimestamp(@Nullable Instant lastPinTimestamp) {
		this.lastPinTimestamp = lastPinTimestamp;
		return this;
	}

	/**
	 * Sets the voice region.
	 * @param rtcRegion the voice region; {@code null} when Discord chooses it
	 * @return this builder
	 */
	public ChannelBuilder rtcRegion(@Nullable String rtcRegion) {
		this.rtcRegion = rtcRegion;
		return this;
	}

	/**
	 * Sets the quality of the cameras.
	 * @param videoQualityMode quality of the cameras; {@code AUTO} when absent, then
	 * {@code null}
	 * @return this builder
	 */
	public ChannelBuilder videoQualityMode(@Nullable VideoQualityMode videoQualityMode) {
		this.videoQualityMode = videoQualityMode;
		return this;
	}

	/**
	 * Sets how many messages a thread has, without deleted ones.
	 * @param messageCount how many messages a thread has, without deleted ones; {@code
	 * null} when absent
	 * @return this builder
	 */
	public ChannelBuilder messageCount(@Nullable Integer messageCount) {
		this.messageCount = messageCount;
		return this;
	}

	/**
	 * Sets how many members a thread has, counted up to 50.
	 * @param memberCount how many members a thread has, counted up to 50; {@code null}
	 * when absent
	 * @return this builder
	 */
	public ChannelBuilder memberCount(@Nullable Integer memberCount) {
		this.memberCount = memberCount;
		return this;
	}

	/**
	 * Sets what only threads have.
	 * @param threadMetadata what only threads have; otherwise {@code null}
	 * @return this builder
	 */
	public ChannelBuilder threadMetadata(@Nullable ThreadMetadata threadMetadata) {
		this.threadMetadata = threadMetadata;
		return this;
	}

	/**
	 * Sets the bot's own thread membership.
	 * @param member the bot's own thread membership; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder member(@Nullable ThreadMember member) {
		this.member = member;
		return this;
	}

	/**
	 * Sets the minutes without activity until a thread is archived: 60, 1440, 4320 or
	 * 10080.
	 * @param defaultAutoArchiveDuration minutes without activity until a thread is
	 * archived: 60, 1440, 4320 or 10080; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder defaultAutoArchiveDuration(@Nullable Integer defaultAutoArchiveDuration) {
		this.defaultAutoArchiveDuration = defaultAutoArchiveDuration;
		return this;
	}

	/**
	 * Sets what the user may do there.
	 * @param permissions what the user may do there, only in interactions; otherwise
	 * {@code null}
	 * @return this builder
	 */
	public ChannelBuilder permissions(@Nullable Permissions permissions) {
		this.permissions = permissions;
		return this;
	}

	/**
	 * Sets what the bot may do there.
	 * @param appPermissions what the bot may do there, only in interactions; otherwise
	 * {@code null}
	 * @return this builder
	 */
	public ChannelBuilder appPermissions(@Nullable Permissions appPermissions) {
		this.appPermissions = appPermissions;
		return this;
	}

	/**
	 * Sets the flags that are set.
	 * @param flags the flags that are set; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder flags(@Nullable ChannelFlags flags) {
		this.flags = flags;
		return this;
	}

	/**
	 * Sets how many messages a thread ever had, with deleted ones.
	 * @param totalMessageSent how many messages a thread ever had, with deleted ones;
	 * {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder totalMessageSent(@Nullable Integer totalMessageSent) {
		this.totalMessageSent = totalMessageSent;
		return this;
	}

	/**
	 * Sets the tags that threads of a forum may have.
	 * @param availableTags the tags that threads of a forum may have; empty when absent
	 * @return this builder
	 */
	public ChannelBuilder availableTags(List<ForumTag> availableTags) {
		this.availableTags = RecordValues.requiredList("availableTags", availableTags);
		return this;
	}

	/**
	 * Sets the ids of the tags that a thread has.
	 * @param appliedTags ids of the tags that a thread has; empty when absent
	 * @return this builder
	 */
	public ChannelBuilder appliedTags(List<Snowflake> appliedTags) {
		this.appliedTags = RecordValues.requiredList("appliedTags", appliedTags);
		return this;
	}

	/**
	 * Sets the emoji that is offered for reactions in a forum.
	 * @param defaultReactionEmoji the emoji that is offered for reactions in a forum;
	 * {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder defaultReactionEmoji(@Nullable DefaultReaction defaultReactionEmoji) {
		this.defaultReactionEmoji = defaultReactionEmoji;
		return this;
	}

	/**
	 * Sets the seconds to wait between messages in new threads.
	 * @param defaultThreadRateLimitPerUser seconds to wait between messages in new
	 * threads; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder defaultThreadRateLimitPerUser(@Nullable Integer defaultThreadRateLimitPerUser) {
		this.defaultThreadRateLimitPerUser = defaultThreadRateLimitPerUser;
		return this;
	}

	/**
	 * Sets how a forum is sorted.
	 * @param defaultSortOrder how a forum is sorted; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder defaultSortOrder(@Nullable SortOrderType defaultSortOrder) {
		this.defaultSortOrder = defaultSortOrder;
		return this;
	}

	/**
	 * Sets how a forum is laid out.
	 * @param defaultForumLayout how a forum is laid out; {@code null} when absent
	 * @return this builder
	 */
	public ChannelBuilder defaultForumLayout(@Nullable ForumLayoutType defaultForumLayout) {
		this.defaultForumLayout = defaultForumLayout;
		return this;
	}

	/**
	 * Sets whether the thread is really new.
	 * @param newlyCreated whether the thread is really new, told only in THREAD_CREATE;
	 * {@code false} when absent
	 * @return this builder
	 */
	public ChannelBuilder newlyCreated(boolean newlyCreated) {
		this.newlyCreated = newlyCreated;
		return this;
	}

	/**
	 * Sets how a forum is searched by several tags.
	 * @param defaultTagSetting how a forum is searched by several tags; {@code null} when
	 * absent
	 * @return this builder
	 */
	public ChannelBuilder defaultTagSetting(@Nullable ThreadSearchTagSetting defaultTagSetting) {
		this.defaultTagSetting = defaultTagSetting;
		return this;
	}

	/**
	 * Builds the channel.
	 * @return a channel with the values that were set
	 */
	public Channel build() {
		return new Channel(this.id, this.type, this.guildId, this.position, this.permissionOverwrites, this.name,
				this.topic, this.nsfw, this.lastMessageId, this.bitrate, this.userLimit, this.rateLimitPerUser,
				this.recipients, this.icon, this.ownerId, this.applicationId, this.managed, this.parentId,
				this.lastPinTimestamp, this.rtcRegion, this.videoQualityMode, this.messageCount, this.memberCount,
				this.threadMetadata, this.member, this.defaultAutoArchiveDuration, this.permissions,
				this.appPermissions, this.flags, this.totalMessageSent, this.availableTags, this.appliedTags,
				this.defaultReactionEmoji, this.defaultThreadRateLimitPerUser, this.defaultSortOrder,
				this.defaultForumLayout, this.newlyCreated, this.defaultTagSetting);
	}

}
