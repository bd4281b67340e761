package io.github.discordgateway.model.expression;

import io.github.discordgateway.model.user.User;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A sound of the soundboard.
 *
 * @param name name
 * @param soundId sound id; small number text for defaults
 * @param volume 0..1
 * @param emojiId id of the custom emoji; {@code null} when there is none
 * @param emojiName unicode emoji; {@code null} when there is none
 * @param guildId id of the owning guild; {@code null} when absent
 * @param available usable now
 * @param user uploader; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/soundboard#soundboard-sound-object-soundboard-sound-structure">Discord's
 * documentation</a>
 */
public record SoundboardSound(String name, Snowflake soundId, double volume, @Nullable Snowflake emojiId,
		@Nullable String emojiName, @Nullable Snowflake guildId, boolean available, @Nullable User user) {

}
