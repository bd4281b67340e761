package io.github.discordgateway.event;

import io.github.discordgateway.model.monetization.Subscription;

/**
 * A subscription to something that an application sells was started, has changed or was
 * deleted. A listener that takes it gets all of these events.
 */
public sealed interface SubscriptionEvent extends GatewayEvent
		permits SubscriptionCreate, SubscriptionDelete, SubscriptionUpdate {

	/**
	 * The subscription.
	 * @return the subscription as it is now, or was when it was deleted
	 */
	Subscription subscription();

}
