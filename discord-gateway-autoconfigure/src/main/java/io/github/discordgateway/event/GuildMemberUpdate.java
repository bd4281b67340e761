package io.github.discordgateway.event;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.guild.GuildMemberFlags;
import io.github.discordgateway.model.user.AvatarDecorationData;
import io.github.discordgateway.model.user.Collectibles;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A membership, or the account of the member, has changed. For the bot itself it comes
 * without the GUILD_MEMBERS intent.
 *
 * @param guildId id of the guild
 * @param roles role ids
 * @param user the account
 * @param nick nickname; {@code null} when absent
 * @param avatar guild avatar hash; {@code null} when there is none
 * @param banner guild banner hash; {@code null} when there is none
 * @param joinedAt join time; {@code null} when there is none
 * @param premiumSince boosting since; {@code null} when absent
 * @param deaf server deafened; {@code null} when absent
 * @param mute server muted; {@code null} when absent
 * @param pending membership screening not passed; {@code null} when absent
 * @param communicationDisabledUntil timeout end; {@code null} when absent
 * @param avatarDecorationData guild avatar decoration; {@code null} when absent
 * @param collectibles collectibles; {@code null} when absent
 * @param flags bit set; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-member-update">Discord's
 * documentation</a>
 */
public record GuildMemberUpdate(Snowflake guildId, List<Snowflake> roles, User user, @Nullable String nick,
		@Nullable String avatar, @Nullable String banner, @Nullable Instant joinedAt, @Nullable Instant premiumSince,
		@Nullable Boolean deaf, @Nullable Boolean mute, @Nullable Boolean pending,
		@Nullable Instant communicationDisabledUntil, @Nullable AvatarDecorationData avatarDecorationData,
		@Nullable Collectibles collectibles, @Nullable GuildMemberFlags flags) implements GatewayEvent {

	public GuildMemberUpdate {
		roles = OrEmpty.list(roles);
	}

}
