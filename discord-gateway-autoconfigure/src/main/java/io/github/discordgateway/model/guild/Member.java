package io.github.discordgateway.model.guild;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.user.AvatarDecorationData;
import io.github.discordgateway.model.user.Collectibles;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A user's membership of a guild; what is left out depends on where it stands.
 *
 * @param user the account; left out in message events, then {@code null}
 * @param nick nickname; {@code null} when absent
 * @param avatar guild avatar hash; {@code null} when absent
 * @param banner guild banner hash; {@code null} when absent
 * @param roles role ids, without everyone
 * @param joinedAt join time, {@code null} for voice guests
 * @param premiumSince boosting since; {@code null} when absent
 * @param deaf server deafened; {@code null} when absent
 * @param mute server muted; {@code null} when absent
 * @param flags bit set, default 0; {@code null} when absent
 * @param pending membership screening not passed; {@code null} when absent
 * @param permissions computed, only in interactions; otherwise {@code null}
 * @param communicationDisabledUntil timeout end; {@code null} when absent
 * @param avatarDecorationData guild avatar decoration; {@code null} when absent
 * @param collectibles collectibles; {@code null} when absent
 * @param guildId id of the guild; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-member-object-guild-member-structure">Discord's
 * documentation</a>
 */
public record Member(@Nullable User user, @Nullable String nick, @Nullable String avatar, @Nullable String banner,
		List<Snowflake> roles, @Nullable Instant joinedAt, @Nullable Instant premiumSince, @Nullable Boolean deaf,
		@Nullable Boolean mute, @Nullable GuildMemberFlags flags, @Nullable Boolean pending,
		@Nullable Permissions permissions, @Nullable Instant communicationDisabledUntil,
		@Nullable AvatarDecorationData avatarDecorationData, @Nullable Collectibles collectibles,
		@Nullable Snowflake guildId) {

	public Member {
		roles = OrEmpty.list(roles);
	}

}
