package io.github.discordgateway.model.monetization;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * A user's subscription to something that an application sells.
 *
 * @param id id of the subscription
 * @param userId id of the subscriber
 * @param skuIds ids of the SKUs that are subscribed to
 * @param entitlementIds ids of the entitlements that are granted for it
 * @param renewalSkuIds ids of the SKUs that it will be renewed to; empty when there are
 * none
 * @param currentPeriodStart start of the current period
 * @param currentPeriodEnd end of the current period
 * @param status whether it is active
 * @param canceledAt when it was cancelled; {@code null} when there is none
 * @param country ISO 3166-1 alpha-2 code of the country of payment; only for private
 * OAuth2 scopes; otherwise {@code null}
 * @see <a href=
 * "https://discord.com/developers/docs/resources/subscription#subscription-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record Subscription(Snowflake id, Snowflake userId, List<Snowflake> skuIds, List<Snowflake> entitlementIds,
		List<Snowflake> renewalSkuIds, Instant currentPeriodStart, Instant currentPeriodEnd, SubscriptionStatus status,
		@Nullable Instant canceledAt, @Nullable String country) {

	public Subscription {
		skuIds = RecordValues.listOrEmpty(skuIds);
		entitlementIds = RecordValues.listOrEmpty(entitlementIds);
		renewalSkuIds = RecordValues.listOrEmpty(renewalSkuIds);
	}

}
