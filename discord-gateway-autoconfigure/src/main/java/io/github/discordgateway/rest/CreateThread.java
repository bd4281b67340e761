package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.channel.ChannelType;
import org.jspecify.annotations.Nullable;

/**
 * A thread to start without a message.
 *
 * @param name its name, 1 to 100 characters
 * @param type public, private, or of an announcement channel; {@code null} for private
 * @param autoArchiveDuration after how many minutes without messages it is hidden: 60,
 * 1440, 4320 or 10080; {@code null} for the channel's
 * @param rateLimitPerUser for how many seconds a user must wait between messages, 0 to
 * 21600; {@code null} for no time
 * @param invitable whether all members may add others to a private thread; {@code null}
 * for yes
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#start-thread-without-message">Discord's
 * documentation</a>
 */
@DiscordJson
public record CreateThread(String name, @Nullable ChannelType type, @Nullable Integer autoArchiveDuration,
		@Nullable Integer rateLimitPerUser, @Nullable Boolean invitable) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public CreateThread {
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

		private @Nullable ChannelType type;

		private @Nullable Integer autoArchiveDuration;

		private @Nullable Integer rateLimitPerUser;

		private @Nullable Boolean invitable;

		private Builder(String name) {
			this.name = name;
		}

		/**
		 * Sets the kind of the thread.
		 * @param type public, private, or of an announcement channel; {@code null} for
		 * private
		 * @return this builder
		 */
		public Builder type(ChannelType type) {
			this.type = type;
			return this;
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
		 * Sets whether all members may add others to a private thread.
		 * @param invitable whether all members may add others to a private thread;
		 * {@code null} for yes
		 * @return this builder
		 */
		public Builder invitable(Boolean invitable) {
			this.invitable = invitable;
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public CreateThread build() {
			return new CreateThread(this.name, this.type, this.autoArchiveDuration, this.rateLimitPerUser,
					this.invitable);
		}

	}

}
