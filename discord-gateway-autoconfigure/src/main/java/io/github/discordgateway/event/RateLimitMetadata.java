package io.github.discordgateway.event;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Union;
import org.jspecify.annotations.Nullable;

/**
 * What a refused command asked for. Which command it was stands in the {@code opcode} of
 * the {@link RateLimited}; what is not known is kept as it was sent.
 */
@DiscordJson
@Union(discriminator = "opcode", enclosing = true)
public sealed interface RateLimitMetadata permits RequestGuildMembersRateLimitMetadata, UnknownRateLimitMetadata {

	/**
	 * The guild that the command was about.
	 * @return its id; {@code null} when the command was about none
	 */
	@Nullable Snowflake guildId();

}
