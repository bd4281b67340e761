package io.github.discordgateway.model.expression;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A picture, still or moving, that is sent as a sticker.
 *
 * @param id id of the sticker
 * @param packId id of the pack that it belongs to; {@code null} when absent
 * @param name its name
 * @param description the text; {@code null} when there is none
 * @param tags words by which it is suggested
 * @param type whether it is one of Discord's own or a guild's
 * @param formatType format of its file
 * @param available whether it can be used now; not after boosts were lost; {@code null}
 * when absent
 * @param guildId id of the guild that it belongs to; {@code null} when absent
 * @param user the user who added it; {@code null} when absent
 * @param sortValue its place in the pack; {@code null} when absent
 * @param asset always empty, deprecated; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/sticker#sticker-object-sticker-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Sticker(Snowflake id, @Nullable Snowflake packId, String name, @Nullable String description, String tags,
		StickerType type, StickerFormatType formatType, @Nullable Boolean available, @Nullable Snowflake guildId,
		@Nullable User user, @Nullable Integer sortValue, @Nullable String asset) {

}
