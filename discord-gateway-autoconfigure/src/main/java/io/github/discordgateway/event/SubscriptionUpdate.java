package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.monetization.Subscription;

/**
 * A subscription was renewed, cancelled or has ended. Only shard 0 gets it.
 *
 * @param subscription the subscription as it is now
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#subscription-update">Discord's
 * documentation</a>
 */
public record SubscriptionUpdate(@JsonValue Subscription subscription) implements SubscriptionEvent {

}
