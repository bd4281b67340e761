package io.github.discordgateway.model.expression;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;

/**
 * A sticker of a message, with what is needed to show it.
 *
 * @param id id of the sticker
 * @param name its name
 * @param formatType format of its file
 * @see <a href=
 * "https://discord.com/developers/docs/resources/sticker#sticker-item-object-sticker-item-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record StickerItem(Snowflake id, String name, StickerFormatType formatType) {

}
