package io.github.discordgateway.model.user;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Member;
import org.jspecify.annotations.Nullable;

/**
 * An account of a person, a bot or, for a message of a webhook, a stand-in of one.
 *
 * @param id id of the user
 * @param username the unique name, which for bots is one of the older kind
 * @param discriminator the four digits of older names, 0 for users
 * @param globalName the name that is shown; {@code null} when there is none
 * @param avatar hash of the avatar; {@code null} when there is none
 * @param bot whether it is an application's account; {@code false} when absent
 * @param system whether it is an account of Discord's own; {@code false} when absent
 * @param mfaEnabled whether a second factor is needed to log in; {@code null} when absent
 * @param banner hash of the banner; {@code null} when absent
 * @param accentColor colour of the profile, 0xRRGGBB; {@code null} when absent
 * @param locale the language that the user has chosen; {@code null} when absent
 * @param verified whether the mail address is verified; {@code null} when absent
 * @param email the mail address; {@code null} when absent
 * @param flags all flags of the account; {@code null} when absent
 * @param premiumType the kind of Nitro subscription; {@code null} when absent
 * @param publicFlags the flags of the account that all may see; {@code null} when absent
 * @param avatarDecorationData what decorates the avatar; {@code null} when absent
 * @param collectibles what else is shown of what the user has collected; {@code null}
 * when absent
 * @param primaryGuild the guild whose tag is shown; {@code null} when absent
 * @param avatarDecoration hash of the avatar's decoration, deprecated; {@code null} when
 * absent
 * @param member the user's membership, only for users mentioned in a guild; otherwise
 * {@code null}
 * @param displayNameStyles how the name is drawn; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/user#user-object-user-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record User(Snowflake id, String username, String discriminator, @Nullable String globalName,
		@Nullable String avatar, boolean bot, boolean system, @Nullable Boolean mfaEnabled, @Nullable String banner,
		@Nullable Integer accentColor, @Nullable DiscordLocale locale, @Nullable Boolean verified,
		@Nullable String email, @Nullable UserFlags flags, @Nullable PremiumType premiumType,
		@Nullable UserFlags publicFlags, @Nullable AvatarDecorationData avatarDecorationData,
		@Nullable Collectibles collectibles, @Nullable UserPrimaryGuild primaryGuild, @Nullable String avatarDecoration,
		@Nullable Member member, @Nullable DisplayNameStyles displayNameStyles) {

	/**
	 * Starts to build a user, in a test above all.
	 * @param id id of the user
	 * @param username the unique name, which for bots is one of the older kind
	 * @return a builder, which has defaults for all else
	 */
	public static UserBuilder builder(Snowflake id, String username) {
		return new UserBuilder(id, username);
	}

	/**
	 * Starts to build a user that differs from this one.
	 * @return a builder with the values of this user
	 */
	public UserBuilder mutate() {
		return new UserBuilder(this);
	}

}
