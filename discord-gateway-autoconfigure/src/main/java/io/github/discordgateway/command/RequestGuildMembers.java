package io.github.discordgateway.command;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Asks for members of one guild, either by the start of their names or by their ids.
 * Discord answers with GUILD_MEMBERS_CHUNK, up to 1,000 members in each, or with
 * RATE_LIMITED: all members of a guild are to be had once in 30 seconds. All members need
 * the GUILD_MEMBERS intent, presences the GUILD_PRESENCES intent.
 *
 * @param guildId the guild; Discord allows no more than one
 * @param query how the user names start, empty for all; {@code null} when asking by ids
 * @param limit how many members to return: 1 to 100, or 0 without limit for an empty
 * query; {@code null} when asking by ids
 * @param presences whether to return presences too; {@code false} is not sent
 * @param userIds the members to return, 1 to 100; {@code null} when asking by name
 * @param nonce a text of up to 32 bytes that the chunks of the answer repeat;
 * {@code null} for none
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#request-guild-members">Request
 * guild members</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestGuildMembers(Snowflake guildId, @Nullable String query, @Nullable Integer limit,
		@JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean presences, @Nullable List<Snowflake> userIds,
		@Nullable String nonce) implements GatewayCommand {

	private static final int MAX_USER_IDS = 100;

	private static final int MAX_LIMIT = 100;

	/**
	 * Discord ignores a longer nonce, so that the answer could not be told from others.
	 */
	private static final int MAX_NONCE_BYTES = 32;

	/**
	 * Checks what Discord demands, and keeps a copy of the ids.
	 * @throws IllegalArgumentException when something is missing, too much or too long
	 */
	public RequestGuildMembers {
		Assert.notNull(guildId, "A request for members needs a guild: give its id");
		Assert.isTrue((query == null) != (userIds == null),
				"A request for members needs either a query or user ids, and not both:"
						+ " give an empty query with the limit 0 for all members");
		if (userIds != null) {
			Assert.isTrue(limit == null, "A request for members by user ids takes no limit: leave it out");
			Assert.isTrue(!userIds.isEmpty() && userIds.size() <= MAX_USER_IDS,
					"A request for members takes 1 to " + MAX_USER_IDS + " user ids, not " + userIds.size());
			Assert.noNullElements(userIds, "A request for members takes no null among its user ids: leave it out");
			userIds = List.copyOf(userIds);
		}
		else {
			checkLimit(String.valueOf(query), limit);
		}
		if (nonce != null) {
			int size = nonce.getBytes(StandardCharsets.UTF_8).length;
			Assert.isTrue(size <= MAX_NONCE_BYTES, "The nonce of a request for members may have " + MAX_NONCE_BYTES
					+ " bytes in UTF-8, but this one has " + size);
		}
	}

	private static void checkLimit(String query, @Nullable Integer limit) {
		Assert.isTrue(limit != null, "A request for members by name needs a limit: 1 to " + MAX_LIMIT
				+ ", or 0 with an empty query for all members");
		int min = query.isEmpty() ? 0 : 1;
		Assert.isTrue(limit >= min && limit <= MAX_LIMIT,
				"The limit of a request for members by name must be " + min + " to " + MAX_LIMIT + ", not " + limit);
	}

	/**
	 * Asks for all members, once in 30 seconds for each guild; needs the GUILD_MEMBERS
	 * intent.
	 * @param guildId the guild
	 * @return the command
	 */
	public static RequestGuildMembers all(Snowflake guildId) {
		return new RequestGuildMembers(guildId, "", 0, false, null, null);
	}

	/**
	 * Asks for the members whose names start with a text; no intent is needed.
	 * @param guildId the guild
	 * @param query how the user names start, not empty
	 * @param limit how many members to return, 1 to 100
	 * @return the command
	 */
	public static RequestGuildMembers byName(Snowflake guildId, String query, int limit) {
		return new RequestGuildMembers(guildId, query, limit, false, null, null);
	}

	/**
	 * Asks for members by their ids. Those who are not in the guild are named in the
	 * answer.
	 * @param guildId the guild
	 * @param userIds the members, 1 to 100
	 * @return the command
	 */
	public static RequestGuildMembers byIds(Snowflake guildId, List<Snowflake> userIds) {
		return new RequestGuildMembers(guildId, null, null, false, userIds, null);
	}

	/**
	 * Starts a request for members, by a query with a limit or by user ids.
	 * @param guildId the guild
	 * @return a builder
	 */
	public static Builder builder(Snowflake guildId) {
		return new Builder(guildId);
	}

	@Override
	public Opcode opcode() {
		return Opcode.REQUEST_GUILD_MEMBERS;
	}

	/**
	 * Puts a request for members together. Not thread-safe.
	 */
	public static final class Builder {

		private final Snowflake guildId;

		private @Nullable String query;

		private @Nullable Integer limit;

		private boolean presences;

		private @Nullable List<Snowflake> userIds;

		private @Nullable String nonce;

		private Builder(Snowflake guildId) {
			this.guildId = guildId;
		}

		/**
		 * Asks by name, which needs a {@linkplain #limit(int) limit} too.
		 * @param query how the user names start, empty for all
		 * @return this builder
		 */
		public Builder query(String query) {
			this.query = query;
			return this;
		}

		/**
		 * Limits the answer, when asking by name.
		 * @param limit how many members to return: 1 to 100, or 0 without limit for an
		 * empty query
		 * @return this builder
		 */
		public Builder limit(int limit) {
			this.limit = limit;
			return this;
		}

		/**
		 * Asks by ids instead of by name.
		 * @param userIds the members to return, 1 to 100
		 * @return this builder
		 */
		public Builder userIds(List<Snowflake> userIds) {
			this.userIds = userIds;
			return this;
		}

		/**
		 * Whether to return presences too, which needs the GUILD_PRESENCES intent.
		 * @param presences by default not
		 * @return this builder
		 */
		public Builder presences(boolean presences) {
			this.presences = presences;
			return this;
		}

		/**
		 * Marks the request, so that its answer can be told from others.
		 * @param nonce a text of up to 32 bytes in UTF-8, which the chunks of the answer
		 * repeat
		 * @return this builder
		 */
		public Builder nonce(String nonce) {
			this.nonce = nonce;
			return this;
		}

		/**
		 * Makes the command.
		 * @return the command
		 * @throws IllegalArgumentException when something is missing, too much or too
		 * long
		 */
		public RequestGuildMembers build() {
			return new RequestGuildMembers(this.guildId, this.query, this.limit, this.presences, this.userIds,
					this.nonce);
		}

	}

}
