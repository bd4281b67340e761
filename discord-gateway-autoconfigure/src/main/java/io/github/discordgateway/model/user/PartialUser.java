package io.github.discordgateway.model.user;

import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * An account of which only the id is sure.
 *
 * @param id user id
 * @param username unique name, or old name for bots; {@code null} when absent
 * @param discriminator old four digits, 0 for migrated accounts; {@code null} when absent
 * @param globalName display name; {@code null} when absent
 * @param avatar avatar hash; {@code null} when absent
 * @param bot is an app; {@code null} when absent
 * @param system official system account; {@code null} when absent
 * @param mfaEnabled 2FA on; {@code null} when absent
 * @param banner banner hash; {@code null} when absent
 * @param accentColor profile colour; {@code null} when absent
 * @param locale language; {@code null} when absent
 * @param verified mail verified; {@code null} when absent
 * @param email mail; {@code null} when absent
 * @param flags all flags; {@code null} when absent
 * @param premiumType Nitro kind; {@code null} when absent
 * @param publicFlags public flags; {@code null} when absent
 * @param avatarDecorationData decoration; {@code null} when absent
 * @param collectibles collectibles; {@code null} when absent
 * @param primaryGuild server tag; {@code null} when absent
 * @param avatarDecoration old decoration hash, deprecated; {@code null} when absent
 */
public record PartialUser(Snowflake id, @Nullable String username, @Nullable String discriminator,
		@Nullable String globalName, @Nullable String avatar, @Nullable Boolean bot, @Nullable Boolean system,
		@Nullable Boolean mfaEnabled, @Nullable String banner, @Nullable Integer accentColor, @Nullable Locale locale,
		@Nullable Boolean verified, @Nullable String email, @Nullable UserFlags flags,
		@Nullable PremiumType premiumType, @Nullable UserFlags publicFlags,
		@Nullable AvatarDecorationData avatarDecorationData, @Nullable Collectibles collectibles,
		@Nullable UserPrimaryGuild primaryGuild, @Nullable String avatarDecoration) {

}
