package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.integration.Integration;

/**
 * An integration of a guild has changed.
 *
 * @param integration the integration as it is now, without its user
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#integration-update">Discord's
 * documentation</a>
 */
public record IntegrationUpdate(@JsonValue Integration integration) implements IntegrationEvent {

	@Override
	public Snowflake id() {
		return this.integration.id();
	}

	@Override
	public Snowflake guildId() {
		return this.integration.guildId();
	}

}
