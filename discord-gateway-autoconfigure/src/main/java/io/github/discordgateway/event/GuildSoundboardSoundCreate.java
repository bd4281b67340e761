package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.expression.SoundboardSound;
import org.jspecify.annotations.Nullable;

/**
 * A sound was added to the soundboard of a guild.
 *
 * @param sound the new sound
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-soundboard-sound-create">Discord's
 * documentation</a>
 */
public record GuildSoundboardSoundCreate(@JsonValue SoundboardSound sound) implements SoundboardSoundEvent {

	@Override
	public Snowflake soundId() {
		return this.sound.soundId();
	}

	@Override
	public @Nullable Snowflake guildId() {
		return this.sound.guildId();
	}

}
