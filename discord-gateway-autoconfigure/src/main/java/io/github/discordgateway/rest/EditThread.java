package io.github.discordgateway.rest;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.ChannelFlags;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a thread. What is left out stays as it is.
 *
 * @param name its name, 1 to 100 characters; {@code null} to leave it
 * @param archived whether it is archived; {@code null} to leave it
 * @param autoArchiveDuration after how many minutes without messages it is hidden: 60,
 * 1440, 4320 or 10080; {@code null} to leave it
 * @param locked whether only moderators may take it out of the archive; {@code null} to
 * leave it
 * @param invitable whether all members may add others to a private thread; {@code null}
 * to leave it
 * @param rateLimitPerUser for how many seconds a user must wait between messages, 0 to
 * 21600; {@code null} to leave it
 * @param flags flags; {@code null} to leave them
 * @param appliedTags at most 5 tags of the forum; {@code null} to leave them
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#modify-channel-json-params-thread">Discord's
 * documentation</a>
 */
@DiscordJson
public record EditThread(@Nullable String name, @Nullable Boolean archived, @Nullable Integer autoArchiveDuration,
		@Nullable Boolean locked, @Nullable Boolean invitable, @Nullable Integer rateLimitPerUser,
		@Nullable ChannelFlags flags, @Nullable List<Snowflake> appliedTags) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public EditThread {
		appliedTags = (appliedTags != null) ? List.copyOf(appliedTags) : null;
		Limits.text("The name of a thread", name, 1, 100);
		Limits.number("The wait between messages in seconds", rateLimitPerUser, 0, 21_600);
		Limits.size("The list of a thread's tags", appliedTags, 0, 5);
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

		private @Nullable Boolean archived;

		private @Nullable Integer autoArchiveDuration;

		private @Nullable Boolean locked;

		private @Nullable Boolean invitable;

		private @Nullable Integer rateLimitPerUser;

		private @Nullable ChannelFlags flags;

		private @Nullable List<Snowflake> appliedTags;

		private Builder() {
		}

		/**
		 * Sets its name, 1 to 100 characters.
		 * @param name its name, 1 to 100 characters
		 * @return this builder
		 */
		public Builder name(String name) {
			this.name = name;
			return this;
		}

		/**
		 * Sets whether it is archived.
		 * @param archived whether it is archived
		 * @return this builder
		 */
		public Builder archived(Boolean archived) {
			this.archived = archived;
			return this;
		}

		/**
		 * Sets after how many minutes without messages it is hidden: 60, 1440, 4320 or
		 * 10080.
		 * @param autoArchiveDuration after how many minutes without messages it is
		 * hidden: 60, 1440, 4320 or 10080
		 * @return this builder
		 */
		public Builder autoArchiveDuration(Integer autoArchiveDuration) {
			this.autoArchiveDuration = autoArchiveDuration;
			return this;
		}

		/**
		 * Sets whether only moderators may take it out of the archive.
		 * @param locked whether only moderators may take it out of the archive
		 * @return this builder
		 */
		public Builder locked(Boolean locked) {
			this.locked = locked;
			return this;
		}

		/**
		 * Sets whether all members may add others to a private thread.
		 * @param invitable whether all members may add others to a private thread
		 * @return this builder
		 */
		public Builder invitable(Boolean invitable) {
			this.invitable = invitable;
			return this;
		}

		/**
		 * Sets for how many seconds a user must wait between messages, 0 to 21600.
		 * @param rateLimitPerUser for how many seconds a user must wait between messages,
		 * 0 to 21600
		 * @return this builder
		 */
		public Builder rateLimitPerUser(Integer rateLimitPerUser) {
			this.rateLimitPerUser = rateLimitPerUser;
			return this;
		}

		/**
		 * Sets flags.
		 * @param flags flags
		 * @return this builder
		 */
		public Builder flags(ChannelFlags flags) {
			this.flags = flags;
			return this;
		}

		/**
		 * Sets at most 5 tags of the forum.
		 * @param appliedTags at most 5 tags of the forum
		 * @return this builder
		 */
		public Builder appliedTags(Snowflake... appliedTags) {
			this.appliedTags = List.of(appliedTags);
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public EditThread build() {
			return new EditThread(this.name, this.archived, this.autoArchiveDuration, this.locked, this.invitable,
					this.rateLimitPerUser, this.flags, this.appliedTags);
		}

	}

}
