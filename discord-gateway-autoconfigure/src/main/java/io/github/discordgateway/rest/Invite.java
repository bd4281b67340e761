package io.github.discordgateway.rest;

import java.time.Instant;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.application.Application;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.guild.PartialGuild;
import io.github.discordgateway.model.invite.InviteTargetType;
import io.github.discordgateway.model.schedule.ScheduledEvent;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * An invite.
 *
 * @param type which kind it is: 0 for a guild, 1 for a group, 2 for a friend
 * @param code its code, the end of its URL
 * @param guild the guild; {@code null} when absent
 * @param guildId id of the guild; {@code null} when absent
 * @param channel the channel, with few of its fields; {@code null} when absent
 * @param inviter who made it; {@code null} when absent
 * @param targetType what it leads to in a voice channel; {@code null} when absent
 * @param targetUser whose stream it leads to; {@code null} when absent
 * @param targetApplication which application it leads to; {@code null} when absent
 * @param approximateMemberCount how many members the guild has; {@code null} when absent
 * @param approximatePresenceCount how many of them are online; {@code null} when absent
 * @param createdAt when it was made; {@code null} when absent
 * @param expiresAt until when it is good; {@code null} for ever
 * @param maxAge for how many seconds it is good, 0 for ever; {@code null} when absent
 * @param maxUses how often it may be used, 0 for any number; {@code null} when absent
 * @param uses how often it was used; {@code null} when absent
 * @param temporary whether members leave who have no role when they disconnect; {@code
 * null} when absent
 * @param flags flags; {@code null} when absent
 * @param guildScheduledEvent the event that it leads to; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/invite#invite-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record Invite(int type, String code, @Nullable PartialGuild guild, @Nullable Snowflake guildId,
		@Nullable Channel channel, @Nullable User inviter, @Nullable InviteTargetType targetType,
		@Nullable User targetUser, @Nullable Application targetApplication, @Nullable Integer approximateMemberCount,
		@Nullable Integer approximatePresenceCount, @Nullable Instant createdAt, @Nullable Instant expiresAt,
		@Nullable Integer maxAge, @Nullable Integer maxUses, @Nullable Integer uses, @Nullable Boolean temporary,
		@Nullable Integer flags, @Nullable ScheduledEvent guildScheduledEvent) {

}
