package io.github.discordgateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.guild.RoleColors;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a role. What is left out stays as it is.
 *
 * @param name its name, 1 to 100 characters
 * @param permissions what it allows
 * @param colors its colours
 * @param icon its picture, as a data URI
 * @param unicodeEmoji its emoji, shown as its picture
 * @param hoist whether members are shown apart; {@code null} to leave it
 * @param mentionable whether everybody may mention it; {@code null} to leave it
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#modify-guild-role">Discord's
 * documentation</a>
 */
@DiscordJson
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record EditRole(Field<String> name, Field<Permissions> permissions, Field<RoleColors> colors, Field<String> icon,
		Field<String> unicodeEmoji, @Nullable Boolean hoist, @Nullable Boolean mentionable) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public EditRole {
		name = Field.orAbsent(name);
		permissions = Field.orAbsent(permissions);
		colors = Field.orAbsent(colors);
		icon = Field.orAbsent(icon);
		unicodeEmoji = Field.orAbsent(unicodeEmoji);
		Limits.text("The name of a role", name.value(), 1, 100);
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

		private Field<String> name = Field.absent();

		private Field<Permissions> permissions = Field.absent();

		private Field<RoleColors> colors = Field.absent();

		private Field<String> icon = Field.absent();

		private Field<String> unicodeEmoji = Field.absent();

		private @Nullable Boolean hoist;

		private @Nullable Boolean mentionable;

		private Builder() {
		}

		/**
		 * Sets its name, 1 to 100 characters.
		 * @param name its name, 1 to 100 characters
		 * @return this builder
		 */
		public Builder name(@Nullable String name) {
			this.name = Field.of(name);
			return this;
		}

		/**
		 * Sets what it allows.
		 * @param permissions what it allows
		 * @return this builder
		 */
		public Builder permissions(@Nullable Permissions permissions) {
			this.permissions = Field.of(permissions);
			return this;
		}

		/**
		 * Sets its colours.
		 * @param colors its colours
		 * @return this builder
		 */
		public Builder colors(@Nullable RoleColors colors) {
			this.colors = Field.of(colors);
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
		 * Sets its emoji, shown as its picture.
		 * @param unicodeEmoji its emoji, shown as its picture
		 * @return this builder
		 */
		public Builder unicodeEmoji(@Nullable String unicodeEmoji) {
			this.unicodeEmoji = Field.of(unicodeEmoji);
			return this;
		}

		/**
		 * Sets whether members are shown apart.
		 * @param hoist whether members are shown apart
		 * @return this builder
		 */
		public Builder hoist(Boolean hoist) {
			this.hoist = hoist;
			return this;
		}

		/**
		 * Sets whether everybody may mention it.
		 * @param mentionable whether everybody may mention it
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
		public EditRole build() {
			return new EditRole(this.name, this.permissions, this.colors, this.icon, this.unicodeEmoji, this.hoist,
					this.mentionable);
		}

	}

}
