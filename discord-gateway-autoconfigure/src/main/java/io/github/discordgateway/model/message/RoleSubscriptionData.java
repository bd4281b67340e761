package io.github.discordgateway.model.message;

import io.github.discordgateway.protocol.Snowflake;

/**
 * Role subscription notice.
 *
 * @param roleSubscriptionListingId id of the listing
 * @param tierName name of the tier
 * @param totalMonthsSubscribed how many months
 * @param isRenewal whether it is a renewal
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#role-subscription-data-object-role-subscription-data-object-structure">Discord's
 * documentation</a>
 */
public record RoleSubscriptionData(Snowflake roleSubscriptionListingId, String tierName, int totalMonthsSubscribed,
		boolean isRenewal) {

}
