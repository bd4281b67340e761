package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * An integration of a guild was added, has changed or was removed. A listener that takes
 * it gets all of these events.
 */
public sealed interface IntegrationEvent extends GatewayEvent
		permits IntegrationCreate, IntegrationDelete, IntegrationUpdate {

	/**
	 * The integration.
	 * @return id of the integration
	 */
	Snowflake id();

}
