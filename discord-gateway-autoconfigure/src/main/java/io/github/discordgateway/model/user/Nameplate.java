package io.github.discordgateway.model.user;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;

/**
 * A picture behind a user's name in the list of members.
 *
 * @param skuId id of the SKU
 * @param asset path of the picture
 * @param label its label, not used today
 * @param palette the colour behind it
 * @see <a href=
 * "https://discord.com/developers/docs/resources/user#nameplate-nameplate-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Nameplate(Snowflake skuId, String asset, String label, NameplatePalette palette) {

}
