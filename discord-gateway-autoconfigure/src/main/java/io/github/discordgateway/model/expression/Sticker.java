package io.github.discordgateway.model.expression;

import io.github.discordgateway.model.user.User;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A sticker.
 *
 * @param id sticker id
 * @param packId id of the standard pack; {@code null} when absent
 * @param name name
 * @param description text; {@code null} when there is none
 * @param tags suggestion keywords
 * @param type standard or guild
 * @param formatType file format
 * @param available usable now; {@code null} when absent
 * @param guildId id of the owning guild; {@code null} when absent
 * @param user uploader; {@code null} when absent
 * @param sortValue order in its pack; {@code null} when absent
 * @param asset deprecated, empty; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/sticker#sticker-object-sticker-structure">Discord's
 * documentation</a>
 */
public record Sticker(Snowflake id, @Nullable Snowflake packId, String name, @Nullable String description, String tags,
		StickerType type, StickerFormatType formatType, @Nullable Boolean available, @Nullable Snowflake guildId,
		@Nullable User user, @Nullable Integer sortValue, @Nullable String asset) {

}
