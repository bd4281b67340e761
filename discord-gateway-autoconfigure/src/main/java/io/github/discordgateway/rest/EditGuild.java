package io.github.discordgateway.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.guild.DefaultMessageNotificationLevel;
import io.github.discordgateway.model.guild.ExplicitContentFilterLevel;
import io.github.discordgateway.model.guild.GuildFeature;
import io.github.discordgateway.model.guild.SystemChannelFlags;
import io.github.discordgateway.model.guild.VerificationLevel;
import io.github.discordgateway.model.user.DiscordLocale;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a guild. What is left out stays as it is.
 *
 * @param name its name, 2 to 100 characters; {@code null} to leave it
 * @param description what it is about, at most 300 characters
 * @param verificationLevel what members need before they may write
 * @param defaultMessageNotifications which messages notify by default
 * @param explicitContentFilter whose pictures are looked at
 * @param afkChannelId where those are moved who are away
 * @param afkTimeout after how many seconds: 60, 300, 900, 1800 or 3600; {@code null} to
 * leave it
 * @param icon its picture, as a data URI
 * @param splash the picture of its invites, as a data URI
 * @param discoverySplash the picture by which it is discovered, as a data URI
 * @param banner its banner, as a data URI
 * @param systemChannelId where Discord writes
 * @param systemChannelFlags what Discord does not write; {@code null} to leave it
 * @param rulesChannelId where the rules are
 * @param publicUpdatesChannelId where Discord writes to moderators
 * @param safetyAlertsChannelId where Discord writes about safety
 * @param preferredLocale its language
 * @param features what is switched on; {@code null} to leave it
 * @param premiumProgressBarEnabled whether the progress of boosts is shown; {@code null}
 * to leave it
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#modify-guild">Discord's
 * documentation</a>
 */
@DiscordJson
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record EditGuild(@Nullable String name, Field<String> description, Field<VerificationLevel> verificationLevel,
		Field<DefaultMessageNotificationLevel> defaultMessageNotifications,
		Field<ExplicitContentFilterLevel> explicitContentFilter, Field<Snowflake> afkChannelId,
		@Nullable Integer afkTimeout, Field<String> icon, Field<String> splash, Field<String> discoverySplash,
		Field<String> banner, Field<Snowflake> systemChannelId, @Nullable SystemChannelFlags systemChannelFlags,
		Field<Snowflake> rulesChannelId, Field<Snowflake> publicUpdatesChannelId,
		Field<Snowflake> safetyAlertsChannelId, Field<DiscordLocale> preferredLocale,
		@Nullable List<GuildFeature> features, @Nullable Boolean premiumProgressBarEnabled) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public EditGuild {
		description = Field.orAbsent(description);
		verificationLevel = Field.orAbsent(verificationLevel);
		defaultMessageNotifications = Field.orAbsent(defaultMessageNotifications);
		explicitContentFilter = Field.orAbsent(explicitContentFilter);
		afkChannelId = Field.orAbsent(afkChannelId);
		icon = Field.orAbsent(icon);
		splash = Field.orAbsent(splash);
		discoverySplash = Field.orAbsent(discoverySplash);
		banner = Field.orAbsent(banner);
		systemChannelId = Field.orAbsent(systemChannelId);
		rulesChannelId = Field.orAbsent(rulesChannelId);
		publicUpdatesChannelId = Field.orAbsent(publicUpdatesChannelId);
		safetyAlertsChannelId = Field.orAbsent(safetyAlertsChannelId);
		preferredLocale = Field.orAbsent(preferredLocale);
		features = (features != null) ? List.copyOf(features) : null;
		Limits.text("The name of a guild", name, 2, 100);
		Limits.text("The description of a guild", description.value(), 0, 300);
	}

	/**
	 * Starts one.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Puts one together. Not thread-safe.
	 */
	public static final class Builder {

		private @Nullable String name;

		private Field<String> description = Field.absent();

		private Field<VerificationLevel> verificationLevel = Field.absent();

		private Field<DefaultMessageNotificationLevel> defaultMessageNotifications = Field.absent();

		private Field<ExplicitContentFilterLevel> explicitContentFilter = Field.absent();

		private Field<Snowflake> afkChannelId = Field.absent();

		private @Nullable Integer afkTimeout;

		private Field<String> icon = Field.absent();

		private Field<String> splash = Field.absent();

		private Field<String> discoverySplash = Field.absent();

		private Field<String> banner = Field.absent();

		private Field<Snowflake> systemChannelId = Field.absent();

		private @Nullable SystemChannelFlags systemChannelFlags;

		private Field<Snowflake> rulesChannelId = Field.absent();

		private Field<Snowflake> publicUpdatesChannelId = Field.absent();

		private Field<Snowflake> safetyAlertsChannelId = Field.absent();

		private Field<DiscordLocale> preferredLocale = Field.absent();

		private @Nullable List<GuildFeature> features;

		private @Nullable Boolean premiumProgressBarEnabled;

		private Builder() {
		}

		/**
		 * Sets its name, 2 to 100 characters.
		 * @param name its name, 2 to 100 characters
		 * @return this builder
		 */
		public Builder name(String name) {
			this.name = name;
			return this;
		}

		/**
		 * Sets what it is about, at most 300 characters.
		 * @param description what it is about, at most 300 characters
		 * @return this builder
		 */
		public Builder description(@Nullable String description) {
			this.description = Field.of(description);
			return this;
		}

		/**
		 * Sets what members need before they may write.
		 * @param verificationLevel what members need before they may write
		 * @return this builder
		 */
		public Builder verificationLevel(@Nullable VerificationLevel verificationLevel) {
			this.verificationLevel = Field.of(verificationLevel);
			return this;
		}

		/**
		 * Sets which messages notify by default.
		 * @param defaultMessageNotifications which messages notify by default
		 * @return this builder
		 */
		public Builder defaultMessageNotifications(
				@Nullable DefaultMessageNotificationLevel defaultMessageNotifications) {
			this.defaultMessageNotifications = Field.of(defaultMessageNotifications);
			return this;
		}

		/**
		 * Sets whose pictures are looked at.
		 * @param explicitContentFilter whose pictures are looked at
		 * @return this builder
		 */
		public Builder explicitContentFilter(@Nullable ExplicitContentFilterLevel explicitContentFilter) {
			this.explicitContentFilter = Field.of(explicitContentFilter);
			return this;
		}

		/**
		 * Sets where those are moved who are away.
		 * @param afkChannelId where those are moved who are away
		 * @return this builder
		 */
		public Builder afkChannelId(@Nullable Snowflake afkChannelId) {
			this.afkChannelId = Field.of(afkChannelId);
			return this;
		}

		/**
		 * Sets after how many seconds: 60, 300, 900, 1800 or 3600.
		 * @param afkTimeout after how many seconds: 60, 300, 900, 1800 or 3600
		 * @return this builder
		 */
		public Builder afkTimeout(Integer afkTimeout) {
			this.afkTimeout = afkTimeout;
			return this;
		}

		/**
		 * Sets its picture, as a data URI.
		 * @param icon its picture, as a data URI
		 * @return this builder
		 */
		public Builder icon(@Nullable String icon) {
			this.icon = Field.of(icon);
			return this;
		}

		/**
		 * Sets the picture of its invites, as a data URI.
		 * @param splash the picture of its invites, as a data URI
		 * @return this builder
		 */
		public Builder splash(@Nullable String splash) {
			this.splash = Field.of(splash);
			return this;
		}

		/**
		 * Sets the picture by which it is discovered, as a data URI.
		 * @param discoverySplash the picture by which it is discovered, as a data URI
		 * @return this builder
		 */
		public Builder discoverySplash(@Nullable String discoverySplash) {
			this.discoverySplash = Field.of(discoverySplash);
			return this;
		}

		/**
		 * Sets its banner, as a data URI.
		 * @param banner its banner, as a data URI
		 * @return this builder
		 */
		public Builder banner(@Nullable String banner) {
			this.banner = Field.of(banner);
			return this;
		}

		/**
		 * Sets where Discord writes.
		 * @param systemChannelId where Discord writes
		 * @return this builder
		 */
		public Builder systemChannelId(@Nullable Snowflake systemChannelId) {
			this.systemChannelId = Field.of(systemChannelId);
			return this;
		}

		/**
		 * Sets what Discord does not write.
		 * @param systemChannelFlags what Discord does not write
		 * @return this builder
		 */
		public Builder systemChannelFlags(SystemChannelFlags systemChannelFlags) {
			this.systemChannelFlags = systemChannelFlags;
			return this;
		}

		/**
		 * Sets where the rules are.
		 * @param rulesChannelId where the rules are
		 * @return this builder
		 */
		public Builder rulesChannelId(@Nullable Snowflake rulesChannelId) {
			this.rulesChannelId = Field.of(rulesChannelId);
			return this;
		}

		/**
		 * Sets where Discord writes to moderators.
		 * @param publicUpdatesChannelId where Discord writes to moderators
		 * @return this builder
		 */
		public Builder publicUpdatesChannelId(@Nullable Snowflake publicUpdatesChannelId) {
			this.publicUpdatesChannelId = Field.of(publicUpdatesChannelId);
			return this;
		}

		/**
		 * Sets where Discord writes about safety.
		 * @param safetyAlertsChannelId where Discord writes about safety
		 * @return this builder
		 */
		public Builder safetyAlertsChannelId(@Nullable Snowflake safetyAlertsChannelId) {
			this.safetyAlertsChannelId = Field.of(safetyAlertsChannelId);
			return this;
		}

		/**
		 * Sets its language.
		 * @param preferredLocale its language
		 * @return this builder
		 */
		public Builder preferredLocale(@Nullable DiscordLocale preferredLocale) {
			this.preferredLocale = Field.of(preferredLocale);
			return this;
		}

		/**
		 * Sets what is switched on.
		 * @param features what is switched on
		 * @return this builder
		 */
		public Builder features(GuildFeature... features) {
			this.features = List.of(features);
			return this;
		}

		/**
		 * Sets whether the progress of boosts is shown.
		 * @param premiumProgressBarEnabled whether the progress of boosts is shown
		 * @return this builder
		 */
		public Builder premiumProgressBarEnabled(Boolean premiumProgressBarEnabled) {
			this.premiumProgressBarEnabled = premiumProgressBarEnabled;
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public EditGuild build() {
			return new EditGuild(this.name, this.description, this.verificationLevel, this.defaultMessageNotifications,
					this.explicitContentFilter, this.afkChannelId, this.afkTimeout, this.icon, this.splash,
					this.discoverySplash, this.banner, this.systemChannelId, this.systemChannelFlags,
					this.rulesChannelId, this.publicUpdatesChannelId, this.safetyAlertsChannelId, this.preferredLocale,
					this.features, this.premiumProgressBarEnabled);
		}

	}

}
