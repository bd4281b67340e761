package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.integration.Integration;

/**
 * An integration was added to a guild.
 *
 * @param integration the integration, without its user
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#integration-create">Discord's
 * documentation</a>
 */
public record IntegrationCreate(@JsonValue Integration integration) implements IntegrationEvent {

	@Override
	public Snowflake id() {
		return this.integration.id();
	}

	@Override
	public Snowflake guildId() {
		return this.integration.guildId();
	}

}
