package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.monetization.Subscription;

/**
 * A subscription was deleted. Only shard 0 gets it.
 *
 * @param subscription the subscription as it was
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#subscription-delete">Discord's
 * documentation</a>
 */
public record SubscriptionDelete(@JsonValue Subscription subscription) implements SubscriptionEvent {

}
