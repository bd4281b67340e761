package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.expression.SoundboardSound;
import org.jspecify.annotations.Nullable;

/**
 * A sound of a guild's soundboard has changed.
 *
 * @param sound the sound as it is now
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-soundboard-sound-update">Discord's
 * documentation</a>
 */
public record GuildSoundboardSoundUpdate(@JsonValue SoundboardSound sound) implements SoundboardSoundEvent {

	@Override
	public Snowflake soundId() {
		return this.sound.soundId();
	}

	@Override
	public @Nullable Snowflake guildId() {
		return this.sound.guildId();
	}

}
