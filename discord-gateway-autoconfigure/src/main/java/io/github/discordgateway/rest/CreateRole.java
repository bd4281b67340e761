package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.guild.RoleColors;
import org.jspecify.annotations.Nullable;

/**
 * A role to make.
 *
 * @param name its name, 1 to 100 characters; {@code null} for the default
 * @param permissions what it allows; {@code null} for the default
 * @param colors its colours; {@code null} for the default
 * @param icon its picture, as a data URI; {@code null} for the default
 * @param unicodeEmoji its emoji, shown as its picture; {@code null} for the default
 * @param hoist whether members are shown apart; {@code null} for no
 * @param mentionable whether everybody may mention it; {@code null} for no
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#create-guild-role">Discord's
 * documentation</a>
 */
@DiscordJson
public record CreateRole(@Nullable String name, @Nullable Permissions permissions, @Nullable RoleColors colors,
		@Nullable String icon, @Nullable String unicodeEmoji, @Nullable Boolean hoist, @Nullable Boolean mentionable) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public CreateRole {
		Limits.text("The name of a role", name, 1, 100);
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

		private @Nullable Permissions permissions;

		private @Nullable RoleColors colors;

		private @Nullable String icon;

		private @Nullable String unicodeEmoji;

		private @Nullable Boolean hoist;

		private @Nullable Boolean mentionable;

		private Builder() {
		}

		/**
		 * Sets its name, 1 to 100 characters.
		 * @param name its name, 1 to 100 characters; {@code null} for the default
		 * @return this builder
		 */
		public Builder name(String name) {
			this.name = name;
			return this;
		}

		/**
		 * Sets what it allows.
		 * @param permissions what it allows; {@code null} for the default
		 * @return this builder
		 */
		public Builder permissions(Permissions permissions) {
			this.permissions = permissions;
			return this;
		}

		/**
		 * Sets its colours.
		 * @param colors its colours; {@code null} for the default
		 * @return this builder
		 */
		public Builder colors(RoleColors colors) {
			this.colors = colors;
			return this;
		}

		/**
		 * Sets its picture, as a data URI.
		 * @param icon its picture, as a data URI; {@code null} for the default
		 * @return this builder
		 */
		public Builder icon(String icon) {
			this.icon = icon;
			return this;
		}

		/**
		 * Sets its emoji, shown as its picture.
		 * @param unicodeEmoji its emoji, shown as its picture; {@code null} for the
		 * default
		 * @return this builder
		 */
		public Builder unicodeEmoji(String unicodeEmoji) {
			this.unicodeEmoji = unicodeEmoji;
			return this;
		}

		/**
		 * Sets whether members are shown apart.
		 * @param hoist whether members are shown apart; {@code null} for no
		 * @return this builder
		 */
		public Builder hoist(Boolean hoist) {
			this.hoist = hoist;
			return this;
		}

		/**
		 * Sets whether everybody may mention it.
		 * @param mentionable whether everybody may mention it; {@code null} for no
		 * @return this builder
		 */
		public Builder mentionable(Boolean mentionable) {
			this.mentionable = mentionable;
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public CreateRole build() {
			return new CreateRole(this.name, this.permissions, this.colors, this.icon, this.unicodeEmoji, this.hoist,
					this.mentionable);
		}

	}

}
