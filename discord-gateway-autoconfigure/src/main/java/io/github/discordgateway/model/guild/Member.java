package io.github.discordgateway.model.guild;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.user.AvatarDecorationData;
import io.github.discordgateway.model.user.Collectibles;
import io.github.discordgateway.model.user.DisplayNameStyles;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A user's membership of a guild; what is left out depends on where it stands.
 *
 * @param user the account, left out in events of messages, then {@code null}
 * @param nick the nickname; {@code null} when absent
 * @param avatar hash of the avatar that is shown in this guild; {@code null} when absent
 * @param banner hash of the banner that is shown in this guild; {@code null} when absent
 * @param roles ids of the roles, without that of everyone
 * @param joinedAt when the member joined; {@code null} for guests in voice channels
 * @param premiumSince since when the member boosts the guild; {@code null} when absent
 * @param deaf whether moderators have deafened the user in the guild; {@code null} when
 * absent
 * @param mute whether moderators have muted the user in the guild; {@code null} when
 * absent
 * @param flags the flags that are set; {@code null} when absent
 * @param pending whether the member has yet to pass the guild's membership screening;
 * {@code false} when absent
 * @param permissions what the member may do in the channel, only in interactions;
 * otherwise {@code null}
 * @param communicationDisabledUntil until when the member is timed out, which may be in
 * the past; {@code null} when absent
 * @param avatarDecorationData what decorates the avatar in this guild; {@code null} when
 * absent
 * @param collectibles what else is shown of what the user has collected; {@code null}
 * when absent
 * @param guildId id of the guild; {@code null} when absent
 * @param displayNameStyles how the name is drawn in this guild; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-member-object-guild-member-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Member(@Nullable User user, @Nullable String nick, @Nullable String avatar, @Nullable String banner,
		List<Snowflake> roles, @Nullable Instant joinedAt, @Nullable Instant premiumSince, @Nullable Boolean deaf,
		@Nullable Boolean mute, @Nullable GuildMemberFlags flags, boolean pending, @Nullable Permissions permissions,
		@Nullable Instant communicationDisabledUntil, @Nullable AvatarDecorationData avatarDecorationData,
		@Nullable Collectibles collectibles, @Nullable Snowflake guildId,
		@Nullable DisplayNameStyles displayNameStyles) {

	public Member {
		roles = RecordValues.listOrEmpty(roles);
	}

	/**
	 * Starts to build a member, in a test above all.
	 * @return a builder, which has defaults for all components
	 */
	public static MemberBuilder builder() {
		return new MemberBuilder();
	}

	/**
	 * Starts to build a member that differs from this one.
	 * @return a builder with the values of this member
	 */
	public MemberBuilder mutate() {
		return new MemberBuilder(this);
	}

}
