package io.github.discordgateway.model.user;

import io.github.discordgateway.protocol.Snowflake;

/**
 * Nameplate.
 *
 * @param skuId id of the SKU
 * @param asset asset path
 * @param label unused label
 * @param palette background colour
 * @see <a href=
 * "https://discord.com/developers/docs/resources/user#nameplate-nameplate-structure">Discord's
 * documentation</a>
 */
public record Nameplate(Snowflake skuId, String asset, String label, NameplatePalette palette) {

}
