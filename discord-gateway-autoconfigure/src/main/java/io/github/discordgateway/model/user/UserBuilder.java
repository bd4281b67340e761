package io.github.discordgateway.model.user;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.guild.Member;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link User users}, in tests above all. What is not set is absent or false; the
 * discriminator is 0, as that of all people.
 */
public final class UserBuilder {

	private Snowflake id;

	private String username;

	private String discriminator = "0";

	private @Nullable String globalName;

	private @Nullable String avatar;

	private boolean bot;

	private boolean system;

	private @Nullable Boolean mfaEnabled;

	private @Nullable String banner;

	private @Nullable Integer accentColor;

	private @Nullable DiscordLocale locale;

	private @Nullable Boolean verified;

	private @Nullable String email;

	private @Nullable UserFlags flags;

	private @Nullable PremiumType premiumType;

	private @Nullable UserFlags publicFlags;

	private @Nullable AvatarDecorationData avatarDecorationData;

	private @Nullable Collectibles collectibles;

	private @Nullable UserPrimaryGuild primaryGuild;

	private @Nullable String avatarDecoration;

	private @Nullable Member member;

	private @Nullable DisplayNameStyles displayNameStyles;

	UserBuilder(Snowflake id, String username) {
		this.id = RecordValues.required("id", id);
		this.username = RecordValues.required("username", username);
	}

	UserBuilder(User user) {
		this.id = user.id();
		this.username = user.username();
		this.discriminator = user.discriminator();
		this.globalName = user.globalName();
		this.avatar = user.avatar();
		this.bot = user.bot();
		this.system = user.system();
		this.mfaEnabled = user.mfaEnabled();
		this.banner = user.banner();
		this.accentColor = user.accentColor();
		this.locale = user.locale();
		this.verified = user.verified();
		this.email = user.email();
		this.flags = user.flags();
		this.premiumType = user.premiumType();
		this.publicFlags = user.publicFlags();
		this.avatarDecorationData = user.avatarDecorationData();
		this.collectibles = user.collectibles();
		this.primaryGuild = user.primaryGuild();
		this.avatarDecoration = user.avatarDecoration();
		this.member = user.member();
		this.displayNameStyles = user.displayNameStyles();
	}

	/**
	 * Sets the id of the user.
	 * @param id id of the user
	 * @return this builder
	 */
	public UserBuilder id(Snowflake id) {
		this.id = RecordValues.required("id", id);
		return this;
	}

	/**
	 * Sets the unique name, which for bots is one of the older kind.
	 * @param username the unique name, which for bots is one of the older kind
	 * @return this builder
	 */
	public UserBuilder username(String username) {
		this.username = RecordValues.required("username", username);
		return this;
	}

	/**
	 * Sets the four digits of older names, 0 for users.
	 * @param discriminator the four digits of older names, 0 for users
	 * @return this builder
	 */
	public UserBuilder discriminator(String discriminator) {
		this.discriminator = RecordValues.required("discriminator", discriminator);
		return this;
	}

	/**
	 * Sets the name that is shown.
	 * @param globalName the name that is shown; {@code null} when there is none
	 * @return this builder
	 */
	public UserBuilder globalName(@Nullable String globalName) {
		this.globalName = globalName;
		return this;
	}

	/**
	 * Sets the hash of the avatar.
	 * @param avatar hash of the avatar; {@code null} when there is none
	 * @return this builder
	 */
	public UserBuilder avatar(@Nullable String avatar) {
		this.avatar = avatar;
		return this;
	}

	/**
	 * Sets whether it is an application's account.
	 * @param bot whether it is an application's account; {@code false} when absent
	 * @return this builder
	 */
	public UserBuilder bot(boolean bot) {
		this.bot = bot;
		return this;
	}

	/**
	 * Sets whether it is an account of Discord's own.
	 * @param system whether it is an account of Discord's own; {@code false} when absent
	 * @return this builder
	 */
	public UserBuilder system(boolean system) {
		this.system = system;
		return this;
	}

	/**
	 * Sets whether a second factor is needed to log in.
	 * @param mfaEnabled whether a second factor is needed to log in; {@code null} when
	 * absent
	 * @return this builder
	 */
	public UserBuilder mfaEnabled(@Nullable Boolean mfaEnabled) {
		this.mfaEnabled = mfaEnabled;
		return this;
	}

	/**
	 * Sets the hash of the banner.
	 * @param banner hash of the banner; {@code null} when absent
	 * @return this builder
	 */
	public UserBuilder banner(@Nullable String banner) {
		this.banner = banner;
		return this;
	}

	/**
	 * Sets the colour of the profile, 0xRRGGBB.
	 * @param accentColor colour of the profile, 0xRRGGBB; {@code null} when absent
	 * @return this builder
	 */
	public UserBuilder accentColor(@Nullable Integer accentColor) {
		this.accentColor = accentColor;
		return this;
	}

	/**
	 * Sets the language that the user has chosen.
	 * @param locale the language that the user has chosen; {@code null} when absent
	 * @return this builder
	 */
	public UserBuilder locale(@Nullable DiscordLocale locale) {
		this.locale = locale;
		return this;
	}

	/**
	 * Sets whether the mail address is verified.
	 * @param verified whether the mail address is verified; {@code null} when absent
	 * @return this builder
	 */
	public UserBuilder verified(@Nullable Boolean verified) {
		this.verified = verified;
		return this;
	}

	/**
	 * Sets the mail address.
	 * @param email the mail address; {@code null} when absent
	 * @return this builder
	 */
	public UserBuilder email(@Nullable String email) {
		this.email = email;
		return this;
	}

	/**
	 * Sets all flags of the account.
	 * @param flags all flags of the account; {@code null} when absent
	 * @return this builder
	 */
	public UserBuilder flags(@Nullable UserFlags flags) {
		this.flags = flags;
		return this;
	}

	/**
	 * Sets the kind of Nitro subscription.
	 * @param premiumType the kind of Nitro subscription; {@code null} when absent
	 * @return this builder
	 */
	public UserBuilder premiumType(@Nullable PremiumType premiumType) {
		this.premiumType = premiumType;
		return this;
	}

	/**
	 * Sets the flags of the account that all may see.
	 * @param publicFlags the flags of the account that all may see; {@code null} when
	 * absent
	 * @return this builder
	 */
	public UserBuilder publicFlags(@Nullable UserFlags publicFlags) {
		this.publicFlags = publicFlags;
		return this;
	}

	/**
	 * Sets what decorates the avatar.
	 * @param avatarDecorationData what decorates the avatar; {@code null} when absent
	 * @return this builder
	 */
	public UserBuilder avatarDecorationData(@Nullable AvatarDecorationData avatarDecorationData) {
		this.avatarDecorationData = avatarDecorationData;
		return this;
	}

	/**
	 * Sets what else is shown of what the user has collected.
	 * @param collectibles what else is shown of what the user has collected; {@code null}
	 * when absent
	 * @return this builder
	 */
	public UserBuilder collectibles(@Nullable Collectibles collectibles) {
		this.collectibles = collectibles;
		return this;
	}

	/**
	 * Sets the guild whose tag is shown.
	 * @param primaryGuild the guild whose tag is shown; {@code null} when absent
	 * @return this builder
	 */
	public UserBuilder primaryGuild(@Nullable UserPrimaryGuild primaryGuild) {
		this.primaryGuild = primaryGuild;
		return this;
	}

	/**
	 * Sets the hash of the avatar's decoration, deprecated.
	 * @param avatarDecoration hash of the avatar's decoration, deprecated; {@code null}
	 * when absent
	 * @return this builder
	 */
	public UserBuilder avatarDecoration(@Nullable String avatarDecoration) {
		this.avatarDecoration = avatarDecoration;
		return this;
	}

	/**
	 * Sets the user's membership.
	 * @param member the user's membership, only for users mentioned in a guild; otherwise
	 * {@code null}
	 * @return this builder
	 */
	public UserBuilder member(@Nullable Member member) {
		this.member = member;
		return this;
	}

	/**
	 * Sets how the name is drawn.
	 * @param displayNameStyles how the name is drawn; {@code null} when absent
	 * @return this builder
	 */
	public UserBuilder displayNameStyles(@Nullable DisplayNameStyles displayNameStyles) {
		this.displayNameStyles = displayNameStyles;
		return this;
	}

	/**
	 * Builds the user.
	 * @return a user with the values that were set
	 */
	public User build() {
		return new User(this.id, this.username, this.discriminator, this.globalName, this.avatar, this.bot, this.system,
				this.mfaEnabled, this.banner, this.accentColor, this.locale, this.verified, this.email, this.flags,
				this.premiumType, this.publicFlags, this.avatarDecorationData, this.collectibles, this.primaryGuild,
				this.avatarDecoration, this.member, this.displayNameStyles);
	}

}
