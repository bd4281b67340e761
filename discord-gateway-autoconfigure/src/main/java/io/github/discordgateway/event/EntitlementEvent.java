package io.github.discordgateway.event;

import io.github.discordgateway.model.monetization.Entitlement;

/**
 * An entitlement was granted, has changed or was taken back. A listener that takes it
 * gets all of these events.
 */
public sealed interface EntitlementEvent extends GatewayEvent
		permits EntitlementCreate, EntitlementDelete, EntitlementUpdate {

	/**
	 * The entitlement.
	 * @return the entitlement as it is now, or was when it was taken back
	 */
	Entitlement entitlement();

}
