package io.github.discordgateway.model.monetization;

import java.time.Instant;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A user's or a guild's access to something that is sold.
 *
 * @param id id of the entitlement
 * @param skuId id of the SKU
 * @param applicationId id of the application
 * @param userId id of the entitled user; {@code null} when absent
 * @param type how it was got
 * @param deleted whether it was taken back
 * @param startsAt from when it is valid; {@code null} when there is none
 * @param endsAt until when it is valid; {@code null} when there is none
 * @param guildId id of the entitled guild; {@code null} when absent
 * @param consumed whether something that can be used once has been used; {@code false}
 * when absent
 * @param fulfilledAt when it was handed over; {@code null} when absent
 * @param fulfillmentStatus how far it has been handed over; {@code null} when absent
 * @param gifterUserId id of the user who gave it; {@code null} when absent
 * @param parentId id of the entitlement that it belongs to; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/entitlement#entitlement-object-entitlement-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Entitlement(Snowflake id, Snowflake skuId, Snowflake applicationId, @Nullable Snowflake userId,
		EntitlementType type, boolean deleted, @Nullable Instant startsAt, @Nullable Instant endsAt,
		@Nullable Snowflake guildId, boolean consumed, @Nullable Instant fulfilledAt,
		@Nullable EntitlementFulfillmentStatus fulfillmentStatus, @Nullable Snowflake gifterUserId,
		@Nullable Snowflake parentId) {

}
