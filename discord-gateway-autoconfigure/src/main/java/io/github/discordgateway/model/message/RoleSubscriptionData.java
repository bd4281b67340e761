package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;

/**
 * A subscription to a role that was bought or renewed.
 *
 * @param roleSubscriptionListingId id of the offer, which is also the id of its SKU
 * @param tierName name of the tier that is subscribed to
 * @param totalMonthsSubscribed for how many months in all the user has subscribed
 * @param isRenewal whether it was renewed rather than begun
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#role-subscription-data-object-role-subscription-data-object-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record RoleSubscriptionData(Snowflake roleSubscriptionListingId, String tierName, int totalMonthsSubscribed,
		boolean isRenewal) {

}
