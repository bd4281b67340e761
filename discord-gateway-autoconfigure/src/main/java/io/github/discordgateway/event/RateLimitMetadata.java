package io.github.discordgateway.event;

import io.github.discordgateway.protocol.Opcode;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a refused command asked for. Which command it was stands in the {@code opcode} of
 * the {@link RateLimited}; what is not known is kept as it was sent.
 */
public sealed interface RateLimitMetadata permits RequestGuildMembersRateLimitMetadata, UnknownRateLimitMetadata {

	/**
	 * The guild that the command was about.
	 * @return its id; {@code null} when the command was about none
	 */
	@Nullable Snowflake guildId();

	/**
	 * Reads the details of a refused command.
	 * @param opcode the opcode of the command
	 * @param json the details; {@code null} when absent
	 * @return the details
	 */
	static RateLimitMetadata of(int opcode, @Nullable JsonNode json) {
		JsonNode details = (json != null) ? json : MissingNode.getInstance();
		RateLimitMetadata unknown = new UnknownRateLimitMetadata(details);
		Snowflake guildId = unknown.guildId();
		if (opcode != Opcode.REQUEST_GUILD_MEMBERS.code() || guildId == null) {
			return unknown;
		}
		JsonNode nonce = details.path("nonce");
		return new RequestGuildMembersRateLimitMetadata(guildId, nonce.isString() ? nonce.stringValue() : null);
	}

}
