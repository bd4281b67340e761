package io.github.discordgateway.command;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.protocol.Opcode;
import io.github.discordgateway.protocol.Snowflake;
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
 * @param presences whether to return presences too; {@code null} for no
 * @param userIds the members to return, 1 to 100; {@code null} when asking by name
 * @param nonce a text of up to 32 bytes that the chunks of the answer repeat;
 * {@code null} for none
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#request-guild-members">Request
 * guild members</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestGuildMembers(Snowflake guildId, @Nullable String query, @Nullable Integer limit,
		@Nullable Boolean presences, @Nullable List<Snowflake> userIds,
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
				"A request for members needs either a query or user ids, and not both");
		if (userIds != null) {
			Assert.isTrue(limit == null, "A request for members by user ids takes no limit: leave it out");
			Assert.isTrue(!userIds.isEmpty() && userIds.size() <= MAX_USER_IDS,
					"A request for members takes 1 to " + MAX_USER_IDS + " user ids, not " + userIds.size());
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
		return new RequestGuildMembers(guildId, "", 0, null, null, null);
	}

	/**
	 * Asks for the members whose names start with a text; no intent is needed.
	 * @param guildId the guild
	 * @param query how the user names start, not empty
	 * @param limit how many members to return, 1 to 100
	 * @return the command
	 */
	public static RequestGuildMembers byName(Snowflake guildId, String query, int limit) {
		return new RequestGuildMembers(guildId, query, limit, null, null, null);
	}

	/**
	 * Asks for members by their ids. Those who are not in the guild are named in the
	 * answer.
	 * @param guildId the guild
	 * @param userIds the members, 1 to 100
	 * @return the command
	 */
	public static RequestGuildMembers byIds(Snowflake guildId, List<Snowflake> userIds) {
		return new RequestGuildMembers(guildId, null, null, null, userIds, null);
	}

	/**
	 * The same, with the presences of the members; needs the GUILD_PRESENCES intent.
	 * @return a copy
	 */
	public RequestGuildMembers withPresences() {
		return new RequestGuildMembers(this.guildId, this.query, this.limit, true, this.userIds, this.nonce);
	}

	/**
	 * The same, with a text by which to know the answer.
	 * @param nonce a text of up to 32 bytes in UTF-8
	 * @return a copy
	 * @throws IllegalArgumentException when the text is longer
	 */
	public RequestGuildMembers withNonce(String nonce) {
		return new RequestGuildMembers(this.guildId, this.query, this.limit, this.presences, this.userIds, nonce);
	}

	@Override
	public Opcode opcode() {
		return Opcode.REQUEST_GUILD_MEMBERS;
	}

}
