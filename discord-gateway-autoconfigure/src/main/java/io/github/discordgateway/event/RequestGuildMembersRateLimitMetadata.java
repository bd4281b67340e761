package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A request for members that was refused.
 *
 * @param guildId id of the guild whose members were asked for
 * @param nonce the text that the request was marked with; {@code null} when absent
 */
@Kind("8")
public record RequestGuildMembersRateLimitMetadata(Snowflake guildId,
		@Nullable String nonce) implements RateLimitMetadata {

}
