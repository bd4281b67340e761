package io.github.discordgateway.model.expression;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A sound of the soundboard.
 *
 * @param name its name
 * @param soundId id of the sound, a small number for one of Discord's own
 * @param volume volume, from 0 to 1
 * @param emojiId id of the emoji, when it is a custom one; {@code null} when there is
 * none
 * @param emojiName the emoji itself, when it is a Unicode one; {@code null} when there is
 * none
 * @param guildId id of the guild that it belongs to; {@code null} when absent
 * @param available whether it can be used now; not after boosts were lost
 * @param user the user who added it; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/soundboard#soundboard-sound-object-soundboard-sound-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record SoundboardSound(String name, Snowflake soundId, double volume, @Nullable Snowflake emojiId,
		@Nullable String emojiName, @Nullable Snowflake guildId, boolean available, @Nullable User user) {

}
