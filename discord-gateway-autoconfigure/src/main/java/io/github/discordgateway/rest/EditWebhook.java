package io.github.discordgateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Field;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a webhook. What is left out stays as it is.
 *
 * @param name its name, 1 to 80 characters; {@code null} to leave it
 * @param avatar its picture, as a data URI
 * @param channelId its channel; {@code null} to leave it
 * @see <a href=
 * "https://discord.com/developers/docs/resources/webhook#modify-webhook">Discord's
 * documentation</a>
 */
@DiscordJson
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record EditWebhook(@Nullable String name, Field<String> avatar, @Nullable Snowflake channelId) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public EditWebhook {
		avatar = Field.orAbsent(avatar);
		Limits.text("The name of a webhook", name, 1, 80);
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

		private Field<String> avatar = Field.absent();

		private @Nullable Snowflake channelId;

		private Builder() {
		}

		/**
		 * Sets its name, 1 to 80 characters.
		 * @param name its name, 1 to 80 characters
		 * @return this builder
		 */
		public Builder name(String name) {
			this.name = name;
			return this;
		}

		/**
		 * Sets its picture, as a data URI.
		 * @param avatar its picture, as a data URI
		 * @return this builder
		 */
		public Builder avatar(@Nullable String avatar) {
			this.avatar = Field.of(avatar);
			return this;
		}

		/**
		 * Sets its channel.
		 * @param channelId its channel
		 * @return this builder
		 */
		public Builder channelId(Snowflake channelId) {
			this.channelId = channelId;
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public EditWebhook build() {
			return new EditWebhook(this.name, this.avatar, this.channelId);
		}

	}

}
