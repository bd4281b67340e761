package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.monetization.Entitlement;
import org.jspecify.annotations.Nullable;

/**
 * A user or guild has got access to something that is sold. Only shard 0 gets it.
 *
 * @param entitlement the entitlement
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#entitlement-create">Discord's
 * documentation</a>
 */
public record EntitlementCreate(@JsonValue Entitlement entitlement) implements EntitlementEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.entitlement.guildId();
	}

}
