package io.github.discordgateway.model.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * An account of which only the id is sure.
 *
 * @param id user id
 * @param username unique name, or old name for bots; {@code null} when absent
 * @param discriminator old four digits, 0 for migrated accounts; {@code null} when absent
 * @param globalName display name; {@code null} when there is none
 * @param avatar avatar hash; {@code null} when there is none
 * @param bot is an app; {@code null} when absent
 * @param system official system account; {@code null} when absent
 * @param mfaEnabled 2FA on; {@code null} when absent
 * @param banner banner hash; {@code null} when there is none
 * @param accentColor profile colour; {@code null} when there is none
 * @param locale language; {@code null} when absent
 * @param verified mail verified; {@code null} when absent
 * @param email mail; {@code null} when there is none
 * @param flags all flags; {@code null} when absent
 * @param premiumType Nitro kind; {@code null} when absent
 * @param publicFlags public flags; {@code null} when absent
 * @param avatarDecorationData decoration; {@code null} when there is none
 * @param collectibles collectibles; {@code null} when there is none
 * @param primaryGuild server tag; {@code null} when there is none
 * @param avatarDecoration old decoration hash, deprecated; {@code null} when there is
 * none
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record PartialUser(Snowflake id, @Nullable String username, @Nullable String discriminator,
		Field<String> globalName, Field<String> avatar, @Nullable Boolean bot, @Nullable Boolean system,
		@Nullable Boolean mfaEnabled, Field<String> banner, Field<Integer> accentColor, @Nullable Locale locale,
		@Nullable Boolean verified, Field<String> email, @Nullable UserFlags flags, @Nullable PremiumType premiumType,
		@Nullable UserFlags publicFlags, Field<AvatarDecorationData> avatarDecorationData,
		Field<Collectibles> collectibles, Field<UserPrimaryGuild> primaryGuild, Field<String> avatarDecoration) {

	public PartialUser {
		globalName = Field.orAbsent(globalName);
		avatar = Field.orAbsent(avatar);
		banner = Field.orAbsent(banner);
		accentColor = Field.orAbsent(accentColor);
		email = Field.orAbsent(email);
		avatarDecorationData = Field.orAbsent(avatarDecorationData);
		collectibles = Field.orAbsent(collectibles);
		primaryGuild = Field.orAbsent(primaryGuild);
		avatarDecoration = Field.orAbsent(avatarDecoration);
	}

}
