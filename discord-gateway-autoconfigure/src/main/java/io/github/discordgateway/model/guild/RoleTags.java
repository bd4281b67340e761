package io.github.discordgateway.model.guild;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.TrueIfPresent;
import org.jspecify.annotations.Nullable;

/**
 * Where a role comes from.
 *
 * @param botId id of the bot that the role belongs to; {@code null} when absent
 * @param integrationId id of the integration that the role belongs to; {@code null} when
 * absent
 * @param premiumSubscriber whether it is the role of those who boost the guild
 * @param subscriptionListingId id of the subscription that the role is sold with;
 * {@code null} when absent
 * @param availableForPurchase whether it can be bought
 * @param guildConnections whether it is linked to accounts elsewhere
 * @see <a href=
 * "https://discord.com/developers/docs/topics/permissions#role-object-role-tags-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record RoleTags(@Nullable Snowflake botId, @Nullable Snowflake integrationId,
		@TrueIfPresent boolean premiumSubscriber, @Nullable Snowflake subscriptionListingId,
		@TrueIfPresent boolean availableForPurchase, @TrueIfPresent boolean guildConnections) {

}
