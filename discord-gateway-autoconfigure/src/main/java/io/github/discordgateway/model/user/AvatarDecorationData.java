package io.github.discordgateway.model.user;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;

/**
 * What decorates an avatar.
 *
 * @param asset hash of the picture
 * @param skuId id of the SKU
 * @see <a href=
 * "https://discord.com/developers/docs/resources/user#avatar-decoration-data-object-avatar-decoration-data-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record AvatarDecorationData(String asset, Snowflake skuId) {

}
