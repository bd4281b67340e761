package io.github.discordgateway.model.channel;

import java.time.Instant;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.presence.Presence;
import org.jspecify.annotations.Nullable;

/**
 * A membership of a thread.
 *
 * @param id id of the thread, absent in GUILD_CREATE, then {@code null}
 * @param userId id of the user, absent in GUILD_CREATE, then {@code null}
 * @param joinTimestamp when the user last joined the thread
 * @param flags how the user is notified
 * @param member the membership of the guild, only where the event tells it; otherwise
 * {@code null}
 * @param presence the presence of the user, only in THREAD_MEMBERS_UPDATE; otherwise
 * {@code null}
 * @param guildId id of the guild, only in THREAD_MEMBER_UPDATE; otherwise {@code null}
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#thread-member-object-thread-member-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record ThreadMember(@Nullable Snowflake id, @Nullable Snowflake userId, Instant joinTimestamp,
		ThreadMemberFlags flags, @Nullable Member member, @Nullable Presence presence, @Nullable Snowflake guildId) {

}
