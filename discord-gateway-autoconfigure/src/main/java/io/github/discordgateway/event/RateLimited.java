package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Discord has refused a command because it was sent too often; today only requests for
 * members.
 *
 * @param opcode the opcode of the refused command, see
 * {@link io.github.discordgateway.protocol.Opcode Opcode}
 * @param retryAfter seconds to wait before the command may be sent again
 * @param meta what the refused command asked for
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#rate-limited">Discord's
 * documentation</a>
 */
public record RateLimited(int opcode, double retryAfter, RateLimitMetadata meta) implements GatewayEvent {

	@JsonCreator
	static RateLimited read(@JsonProperty("opcode") int opcode, @JsonProperty("retry_after") double retryAfter,
			@JsonProperty("meta") @Nullable JsonNode meta) {
		return new RateLimited(opcode, retryAfter, RateLimitMetadata.of(opcode, meta));
	}

	@Override
	public @Nullable Snowflake guildId() {
		return this.meta.guildId();
	}

}
