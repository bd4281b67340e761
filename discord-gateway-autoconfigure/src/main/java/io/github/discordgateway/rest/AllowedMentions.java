package io.github.discordgateway.rest;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Which mentions in a text notify those who are mentioned.
 *
 * @param parse the kinds of which all notify: {@code users}, {@code roles}, {@code
 * everyone}; {@code null} to leave it out
 * @param users the users that are notified, at most 100; {@code null} to leave it out
 * @param roles the roles that are notified, at most 100; {@code null} to leave it out
 * @param repliedUser whether the author of the message that is answered is notified;
 * {@code null} to leave it out
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#allowed-mentions-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record AllowedMentions(@Nullable List<String> parse, @Nullable List<Snowflake> users,
		@Nullable List<Snowflake> roles, @Nullable Boolean repliedUser) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public AllowedMentions {
		parse = (parse != null) ? List.copyOf(parse) : null;
		users = (users != null) ? List.copyOf(users) : null;
		roles = (roles != null) ? List.copyOf(roles) : null;
		Limits.size("The list of users that may be mentioned", users, 0, 100);
		Limits.size("The list of roles that may be mentioned", roles, 0, 100);
		Assert.isTrue(parse == null || users == null || users.isEmpty() || !parse.contains("users"),
				"Mentions are allowed for all users or for some: leave out one of the two");
		Assert.isTrue(parse == null || roles == null || roles.isEmpty() || !parse.contains("roles"),
				"Mentions are allowed for all roles or for some: leave out one of the two");
	}

	/**
	 * Nobody is notified.
	 * @return none
	 */
	public static AllowedMentions none() {
		return new AllowedMentions(List.of(), null, null, false);
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

		private @Nullable List<String> parse;

		private @Nullable List<Snowflake> users;

		private @Nullable List<Snowflake> roles;

		private @Nullable Boolean repliedUser;

		private Builder() {
		}

		/**
		 * Sets the kinds of which all notify: {@code users}, {@code roles},
		 * {@code everyone}.
		 * @param parse the kinds of which all notify: {@code users}, {@code roles},
		 * {@code
		 * everyone}
		 * @return this builder
		 */
		public Builder parse(String... parse) {
			this.parse = List.of(parse);
			return this;
		}

		/**
		 * Sets the users that are notified, at most 100.
		 * @param users the users that are notified, at most 100
		 * @return this builder
		 */
		public Builder users(Snowflake... users) {
			this.users = List.of(users);
			return this;
		}

		/**
		 * Sets the roles that are notified, at most 100.
		 * @param roles the roles that are notified, at most 100
		 * @return this builder
		 */
		public Builder roles(Snowflake... roles) {
			this.roles = List.of(roles);
			return this;
		}

		/**
		 * Sets whether the author of the message that is answered is notified.
		 * @param repliedUser whether the author of the message that is answered is
		 * notified
		 * @return this builder
		 */
		public Builder repliedUser(Boolean repliedUser) {
			this.repliedUser = repliedUser;
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public AllowedMentions build() {
			return new AllowedMentions(this.parse, this.users, this.roles, this.repliedUser);
		}

	}

}
