package io.github.discordgateway.event;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.guild.GuildMemberFlags;
import io.github.discordgateway.model.user.AvatarDecorationData;
import io.github.discordgateway.model.user.Collectibles;
import io.github.discordgateway.model.user.DisplayNameStyles;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A membership, or the account of the member, has changed. For the bot itself it comes
 * without the GUILD_MEMBERS intent.
 *
 * @param guildId id of the guild
 * @param roles ids of the member's roles
 * @param user the account
 * @param nick the nickname; {@code null} when there is none any more, absent when
 * unchanged
 * @param avatar hash of the avatar that is shown in this guild; {@code null} when there
 * is none
 * @param banner hash of the banner that is shown in this guild; {@code null} when there
 * is none
 * @param joinedAt when the member joined; {@code null} when there is none
 * @param premiumSince since when the member boosts the guild; {@code null} when no longer
 * @param deaf whether moderators have deafened the user in the guild; {@code null} when
 * absent
 * @param mute whether moderators have muted the user in the guild; {@code null} when
 * absent
 * @param pending whether the member has yet to pass the guild's membership screening;
 * {@code false} when absent
 * @param communicationDisabledUntil until when the member is timed out, which may be in
 * the past; {@code null} when there is no time-out
 * @param avatarDecorationData what decorates the avatar in this guild; {@code null} when
 * nothing
 * @param collectibles what else the member shows in this guild; {@code null} when nothing
 * @param flags the flags that are set; {@code null} when absent
 * @param displayNameStyles how the name is drawn in this guild; {@code null} when in no
 * way of its own
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-member-update">Discord's
 * documentation</a>
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record GuildMemberUpdate(Snowflake guildId, List<Snowflake> roles, User user, Field<String> nick,
		@Nullable String avatar, @Nullable String banner, @Nullable Instant joinedAt, Field<Instant> premiumSince,
		@Nullable Boolean deaf, @Nullable Boolean mute, boolean pending, Field<Instant> communicationDisabledUntil,
		Field<AvatarDecorationData> avatarDecorationData, Field<Collectibles> collectibles,
		@Nullable GuildMemberFlags flags, Field<DisplayNameStyles> displayNameStyles) implements GuildMemberEvent {

	public GuildMemberUpdate {
		roles = RecordValues.listOrEmpty(roles);
		nick = Field.orAbsent(nick);
		premiumSince = Field.orAbsent(premiumSince);
		communicationDisabledUntil = Field.orAbsent(communicationDisabledUntil);
		avatarDecorationData = Field.orAbsent(avatarDecorationData);
		collectibles = Field.orAbsent(collectibles);
		displayNameStyles = Field.orAbsent(displayNameStyles);
	}

}
