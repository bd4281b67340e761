package io.github.discordgateway.model.expression;

import io.github.discordgateway.protocol.Snowflake;

/**
 * Sticker on a message.
 *
 * @param id sticker id
 * @param name name
 * @param formatType file format
 * @see <a href=
 * "https://discord.com/developers/docs/resources/sticker#sticker-item-object-sticker-item-structure">Discord's
 * documentation</a>
 */
public record StickerItem(Snowflake id, String name, StickerFormatType formatType) {

}
