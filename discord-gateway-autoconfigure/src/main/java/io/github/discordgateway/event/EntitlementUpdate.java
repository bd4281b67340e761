package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.monetization.Entitlement;
import org.jspecify.annotations.Nullable;

/**
 * An entitlement has changed; that of a subscription only when it ends. Only shard 0 gets
 * it.
 *
 * @param entitlement the entitlement as it is now
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#entitlement-update">Discord's
 * documentation</a>
 */
public record EntitlementUpdate(@JsonValue Entitlement entitlement) implements EntitlementEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.entitlement.guildId();
	}

}
