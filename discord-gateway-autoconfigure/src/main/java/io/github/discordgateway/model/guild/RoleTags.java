package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.KeyPresence;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Where a role comes from.
 *
 * @param botId id of the owning bot; {@code null} when absent
 * @param integrationId id of the owning integration; {@code null} when absent
 * @param premiumSubscriber booster role marker: whether the key is present
 * @param subscriptionListingId id of the subscription listing; {@code null} when absent
 * @param availableForPurchase purchasable marker: whether the key is present
 * @param guildConnections linked role marker: whether the key is present
 * @see <a href=
 * "https://discord.com/developers/docs/topics/permissions#role-object-role-tags-structure">Discord's
 * documentation</a>
 */
public record RoleTags(@Nullable Snowflake botId, @Nullable Snowflake integrationId,
		@KeyPresence boolean premiumSubscriber, @Nullable Snowflake subscriptionListingId,
		@KeyPresence boolean availableForPurchase, @KeyPresence boolean guildConnections) {

}
