package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * A thread to start from a message.
 *
 * @param name its name, 1 to 100 characters
 * @param autoArchiveDuration after how many minutes without messages it is hidden: 60,
 * 1440, 4320 or 10080; {@code null} for the channel's
 * @param rateLimitPerUser for how many seconds a user must wait between messages, 0 to
 * 21600; {@code null} for no time
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#start-thread-from-message">Discord's
 * documentation</a>
 */
@DiscordJson
public record StartThread(String name, @Nullable Integer autoArchiveDuration, @Nullable Integer rateLimitPerUser) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public StartThread {
		Limits.text("The name of a thread", name, 1, 100);
		Limits.number("The wait between messages in seconds", rateLimitPerUser, 0, 21_600);
	}

	/**
	 * Starts one with what is always needed.
	 * @param name its name, 1 to 100 characters
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	/**
	 * Puts one together. Not thread-safe.
	 */
	public static final class Builder {

		private final String name;

		private @Nullable Integer autoArchiveDuration;

		private @Nullable Integer rateLimitPerUser;

		private Builder(String name) {
			this.name = name;
		}

		/**
		 * Sets after how many minutes without messages it is hidden: 60, 1440, 4320 or
		 * 10080.
		 * @param autoArchiveDuration after how many minutes without messages it is
		 * hidden: 60, 1440, 4320 or 10080; {@code null} for the channel's
		 * @return this builder
		 */
		public Builder autoArchiveDuration(Integer autoArchiveDuration) {
			this.autoArchiveDuration = autoArchiveDuration;
			return this;
		}

		/**
		 * Sets for how many seconds a user must wait between messages, 0 to 21600.
		 * @param rateLimitPerUser for how many seconds a user must wait between messages,
		 * 0 to 21600; {@code null} for no time
		 * @return this builder
		 */
		public Builder rateLimitPerUser(Integer rateLimitPerUser) {
			this.rateLimitPerUser = rateLimitPerUser;
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public StartThread build() {
			return new StartThread(this.name, this.autoArchiveDuration, this.rateLimitPerUser);
		}

	}

}
