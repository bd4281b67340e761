package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Details of a refused command that this version does not know.
 *
 * @param json the whole object as it was sent
 */
public record UnknownRateLimitMetadata(@JsonValue JsonNode json) implements RateLimitMetadata {

	@Override
	public @Nullable Snowflake guildId() {
		String id = this.json.path("guild_id").asString("");
		return id.matches("\\d{1,19}") ? Snowflake.of(id) : null;
	}

}
