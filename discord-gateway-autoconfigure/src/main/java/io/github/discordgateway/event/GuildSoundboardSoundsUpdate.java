package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.expression.SoundboardSound;

/**
 * Several sounds of a guild's soundboard have changed.
 *
 * @param soundboardSounds the sounds as they are now
 * @param guildId id of the guild
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-soundboard-sounds-update">Discord's
 * documentation</a>
 */
public record GuildSoundboardSoundsUpdate(List<SoundboardSound> soundboardSounds,
		Snowflake guildId) implements GatewayEvent {

	public GuildSoundboardSoundsUpdate {
		soundboardSounds = RecordValues.listOrEmpty(soundboardSounds);
	}

}
