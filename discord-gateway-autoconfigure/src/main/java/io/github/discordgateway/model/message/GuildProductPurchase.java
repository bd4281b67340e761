package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;

/**
 * A product of a guild that a user has bought.
 *
 * @param listingId id of the offer
 * @param productName name of the product
 */
@DiscordJson
public record GuildProductPurchase(Snowflake listingId, String productName) {

}
