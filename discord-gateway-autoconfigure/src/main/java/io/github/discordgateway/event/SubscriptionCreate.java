package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.monetization.Subscription;

/**
 * A subscription was started, but may not be paid yet: perks go by entitlements. Only
 * shard 0 gets it.
 *
 * @param subscription the subscription
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#subscription-create">Discord's
 * documentation</a>
 */
public record SubscriptionCreate(@JsonValue Subscription subscription) implements SubscriptionEvent {

}
