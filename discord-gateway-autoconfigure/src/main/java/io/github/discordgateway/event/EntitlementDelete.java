package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.monetization.Entitlement;
import org.jspecify.annotations.Nullable;

/**
 * An entitlement was taken back, which is not the same as its end. Only shard 0 gets it.
 *
 * @param entitlement the entitlement as it was
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#entitlement-delete">Discord's
 * documentation</a>
 */
public record EntitlementDelete(@JsonValue Entitlement entitlement) implements EntitlementEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.entitlement.guildId();
	}

}
