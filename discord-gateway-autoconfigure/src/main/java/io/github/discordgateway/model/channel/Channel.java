package io.github.discordgateway.model.channel;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A channel or a thread of any kind, in one flat shape.
 *
 * @param id channel id
 * @param type kind
 * @param guildId id of the guild, often missing inside GUILD_CREATE, then {@code null}
 * @param position sort position; {@code null} when absent
 * @param permissionOverwrites role and member overwrites; empty when absent
 * @param name channel name; {@code null} when absent
 * @param topic topic or forum guidelines; {@code null} when absent
 * @param nsfw age restricted; {@code null} when absent
 * @param lastMessageId id of the newest message, or newest thread in forums; may dangle;
 * {@code null} when absent
 * @param bitrate voice bits per second; {@code null} when absent
 * @param userLimit voice user cap; {@code null} when absent
 * @param rateLimitPerUser slowmode seconds, 0..21600; {@code null} when absent
 * @param recipients other parties of a DM; empty when absent
 * @param icon group DM icon hash; {@code null} when absent
 * @param ownerId id of the creator of group DM or thread; {@code null} when absent
 * @param applicationId id of the app that made a group DM; {@code null} when absent
 * @param managed group DM managed by an app; {@code null} when absent
 * @param parentId id of the category, or parent channel of a thread; {@code null} when
 * absent
 * @param lastPinTimestamp when a message was last pinned; {@code null} when absent
 * @param rtcRegion voice region, {@code null} means automatic
 * @param videoQualityMode camera quality, 1 when absent, then {@code null}
 * @param messageCount messages in a thread; {@code null} when absent
 * @param memberCount thread members, stops at 50; {@code null} when absent
 * @param threadMetadata thread-only data; otherwise {@code null}
 * @param member the bot's own thread membership; {@code null} when absent
 * @param defaultAutoArchiveDuration minutes, 60 1440 4320 or 10080; {@code null} when
 * absent
 * @param permissions invoker's computed permissions, only in interactions; otherwise
 * {@code null}
 * @param appPermissions the bot's computed permissions, only in interactions; otherwise
 * {@code null}
 * @param flags bit set; {@code null} when absent
 * @param totalMessageSent messages ever sent in a thread; {@code null} when absent
 * @param availableTags forum tags; empty when absent
 * @param appliedTags tags set on a thread; empty when absent
 * @param defaultReactionEmoji forum default reaction; {@code null} when absent
 * @param defaultThreadRateLimitPerUser slowmode copied to new threads; {@code null} when
 * absent
 * @param defaultSortOrder forum sort order; {@code null} when absent
 * @param defaultForumLayout forum layout; {@code null} when absent
 * @param newlyCreated whether the thread is really new, only in THREAD_CREATE; otherwise
 * {@code null}
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#channel-object-channel-structure">Discord's
 * documentation</a>
 */
public record Channel(Snowflake id, ChannelType type, @Nullable Snowflake guildId, @Nullable Integer position,
		List<Overwrite> permissionOverwrites, @Nullable String name, @Nullable String topic, @Nullable Boolean nsfw,
		@Nullable Snowflake lastMessageId, @Nullable Integer bitrate, @Nullable Integer userLimit,
		@Nullable Integer rateLimitPerUser, List<User> recipients, @Nullable String icon, @Nullable Snowflake ownerId,
		@Nullable Snowflake applicationId, @Nullable Boolean managed, @Nullable Snowflake parentId,
		@Nullable Instant lastPinTimestamp, @Nullable String rtcRegion, @Nullable VideoQualityMode videoQualityMode,
		@Nullable Integer messageCount, @Nullable Integer memberCount, @Nullable ThreadMetadata threadMetadata,
		@Nullable ThreadMember member, @Nullable Integer defaultAutoArchiveDuration, @Nullable Permissions permissions,
		@Nullable Permissions appPermissions, @Nullable ChannelFlags flags, @Nullable Integer totalMessageSent,
		List<ForumTag> availableTags, List<Snowflake> appliedTags, @Nullable DefaultReaction defaultReactionEmoji,
		@Nullable Integer defaultThreadRateLimitPerUser, @Nullable SortOrderType defaultSortOrder,
		@Nullable ForumLayoutType defaultForumLayout, @Nullable Boolean newlyCreated) {

	public Channel {
		permissionOverwrites = OrEmpty.list(permissionOverwrites);
		recipients = OrEmpty.list(recipients);
		availableTags = OrEmpty.list(availableTags);
		appliedTags = OrEmpty.list(appliedTags);
	}

}
