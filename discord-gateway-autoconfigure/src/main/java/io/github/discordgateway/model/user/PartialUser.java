package io.github.discordgateway.model.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Field;
import org.jspecify.annotations.Nullable;

/**
 * An account of which only the id is sure.
 *
 * @param id id of the user
 * @param username the unique name, which for bots is one of the older kind; {@code null}
 * when absent
 * @param discriminator the four digits of older names, 0 for users; {@code null} when
 * absent
 * @param globalName the name that is shown; {@code null} when there is none
 * @param avatar hash of the avatar; {@code null} when there is none
 * @param bot whether it is an application's account; {@code null} when absent
 * @param system whether it is an account of Discord's own; {@code null} when absent
 * @param mfaEnabled whether a second factor is needed to log in; {@code null} when absent
 * @param banner hash of the banner; {@code null} when there is none
 * @param accentColor colour of the profile, 0xRRGGBB; {@code null} when there is none
 * @param locale the language that the user has chosen; {@code null} when absent
 * @param verified whether the mail address is verified; {@code null} when absent
 * @param email the mail address; {@code null} when there is none
 * @param flags all flags of the account; {@code null} when absent
 * @param premiumType the kind of Nitro subscription; {@code null} when absent
 * @param publicFlags the flags of the account that all may see; {@code null} when absent
 * @param avatarDecorationData what decorates the avatar; {@code null} when there is none
 * @param collectibles what else is shown of what the user has collected; {@code null}
 * when there is none
 * @param primaryGuild the guild whose tag is shown; {@code null} when there is none
 * @param avatarDecoration hash of the avatar's decoration, deprecated; {@code null} when
 * there is none
 * @param displayNameStyles how the name is drawn; {@code null} when in no way of its own
 */
@DiscordJson
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record PartialUser(Snowflake id, @Nullable String username, @Nullable String discriminator,
		Field<String> globalName, Field<String> avatar, @Nullable Boolean bot, @Nullable Boolean system,
		@Nullable Boolean mfaEnabled, Field<String> banner, Field<Integer> accentColor, @Nullable DiscordLocale locale,
		@Nullable Boolean verified, Field<String> email, @Nullable UserFlags flags, @Nullable PremiumType premiumType,
		@Nullable UserFlags publicFlags, Field<AvatarDecorationData> avatarDecorationData,
		Field<Collectibles> collectibles, Field<UserPrimaryGuild> primaryGuild, Field<String> avatarDecoration,
		Field<DisplayNameStyles> displayNameStyles) {

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
		displayNameStyles = Field.orAbsent(displayNameStyles);
	}

}
