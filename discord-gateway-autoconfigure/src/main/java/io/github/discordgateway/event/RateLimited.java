package io.github.discordgateway.event;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Discord has refused a command because it was sent too often; today only requests for
 * members.
 *
 * @param opcode the opcode of the refused command, see
 * {@link io.github.discordgateway.Opcode Opcode}
 * @param retryAfter seconds to wait before the command may be sent again
 * @param meta what the refused command asked for; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#rate-limited">Discord's
 * documentation</a>
 */
public record RateLimited(int opcode, double retryAfter, @Nullable RateLimitMetadata meta) implements GatewayEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return (this.meta != null) ? this.meta.guildId() : null;
	}

}
