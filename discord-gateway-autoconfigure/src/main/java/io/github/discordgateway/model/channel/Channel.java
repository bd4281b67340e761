package io.github.discordgateway.model.channel;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A channel or a thread of any kind, in one flat shape.
 *
 * @param id id of the channel
 * @param type which kind it is
 * @param guildId id of the guild, often absent in GUILD_CREATE, then {@code null}
 * @param position place in the list of channels; {@code null} when absent
 * @param permissionOverwrites what roles and members may do here, other than in the
 * guild; empty when absent
 * @param name the channel's name; {@code null} when absent
 * @param topic the topic, or the guidelines of a forum; {@code null} when absent
 * @param nsfw whether it is restricted to adults; {@code false} when absent
 * @param lastMessageId id of the newest message, or in forums of the newest thread, which
 * may have been deleted; {@code null} when absent
 * @param bitrate bits per second of the voice; {@code null} when absent
 * @param userLimit how many users a voice channel takes; {@code null} when absent
 * @param rateLimitPerUser seconds that a user has to wait between messages, 0 to 21,600;
 * {@code null} when absent
 * @param recipients the other users of a direct message channel; empty when absent
 * @param icon hash of the icon of a group channel; {@code null} when absent
 * @param ownerId id of the user who made the group channel or thread; {@code null} when
 * absent
 * @param applicationId id of the application that made a group channel; {@code null} when
 * absent
 * @param managed whether an application manages the group channel; {@code false} when
 * absent
 * @param parentId id of the category, or of the channel of a thread; {@code null} when
 * absent
 * @param lastPinTimestamp when the message that was pinned last was pinned; {@code null}
 * when absent
 * @param rtcRegion the voice region; {@code null} when Discord chooses it
 * @param videoQualityMode quality of the cameras; {@code AUTO} when absent, then
 * {@code null}
 * @param messageCount how many messages a thread has, without deleted ones; {@code null}
 * when absent
 * @param memberCount how many members a thread has, counted up to 50; {@code null} when
 * absent
 * @param threadMetadata what only threads have; otherwise {@code null}
 * @param member the bot's own thread membership; {@code null} when absent
 * @param defaultAutoArchiveDuration minutes without activity until a thread is archived:
 * 60, 1440, 4320 or 10080; {@code null} when absent
 * @param permissions what the user may do there, only in interactions; otherwise
 * {@code null}
 * @param appPermissions what the bot may do there, only in interactions; otherwise
 * {@code null}
 * @param flags the flags that are set; {@code null} when absent
 * @param totalMessageSent how many messages a thread ever had, with deleted ones;
 * {@code null} when absent
 * @param availableTags the tags that threads of a forum may have; empty when absent
 * @param appliedTags ids of the tags that a thread has; empty when absent
 * @param defaultReactionEmoji the emoji that is offered for reactions in a forum;
 * {@code null} when absent
 * @param defaultThreadRateLimitPerUser seconds to wait between messages in new threads;
 * {@code null} when absent
 * @param defaultSortOrder how a forum is sorted; {@code null} when absent
 * @param defaultForumLayout how a forum is laid out; {@code null} when absent
 * @param newlyCreated whether the thread is really new, told only in THREAD_CREATE;
 * {@code false} when absent
 * @param defaultTagSetting how a forum is searched by several tags; {@code null} when
 * absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#channel-object-channel-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Channel(Snowflake id, ChannelType type, @Nullable Snowflake guildId, @Nullable Integer position,
		List<Overwrite> permissionOverwrites, @Nullable String name, @Nullable String topic, boolean nsfw,
		@Nullable Snowflake lastMessageId, @Nullable Integer bitrate, @Nullable Integer userLimit,
		@Nullable Integer rateLimitPerUser, List<User> recipients, @Nullable String icon, @Nullable Snowflake ownerId,
		@Nullable Snowflake applicationId, boolean managed, @Nullable Snowflake parentId,
		@Nullable Instant lastPinTimestamp, @Nullable String rtcRegion, @Nullable VideoQualityMode videoQualityMode,
		@Nullable Integer messageCount, @Nullable Integer memberCount, @Nullable ThreadMetadata threadMetadata,
		@Nullable ThreadMember member, @Nullable Integer defaultAutoArchiveDuration, @Nullable Permissions permissions,
		@Nullable Permissions appPermissions, @Nullable ChannelFlags flags, @Nullable Integer totalMessageSent,
		List<ForumTag> availableTags, List<Snowflake> appliedTags, @Nullable DefaultReaction defaultReactionEmoji,
		@Nullable Integer defaultThreadRateLimitPerUser, @Nullable SortOrderType defaultSortOrder,
		@Nullable ForumLayoutType defaultForumLayout, boolean newlyCreated,
		@Nullable ThreadSearchTagSetting defaultTagSetting) {

	public Channel {
		permissionOverwrites = RecordValues.listOrEmpty(permissionOverwrites);
		recipients = RecordValues.listOrEmpty(recipients);
		availableTags = RecordValues.listOrEmpty(availableTags);
		appliedTags = RecordValues.listOrEmpty(appliedTags);
	}

	/**
	 * Starts to build a channel, in a test above all.
	 * @param id id of the channel
	 * @param type which kind it is
	 * @return a builder, which has defaults for all else
	 */
	public static ChannelBuilder builder(Snowflake id, ChannelType type) {
		return new ChannelBuilder(id, type);
	}

	/**
	 * Starts to build a channel that differs from this one.
	 * @return a builder with the values of this channel
	 */
	public ChannelBuilder mutate() {
		return new ChannelBuilder(this);
	}

}
