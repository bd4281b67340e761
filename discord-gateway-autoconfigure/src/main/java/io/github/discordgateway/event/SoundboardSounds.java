package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.expression.SoundboardSound;

/**
 * The answer to a request for soundboard sounds, once for each guild.
 *
 * @param soundboardSounds all sounds of the guild
 * @param guildId id of the guild
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#soundboard-sounds">Discord's
 * documentation</a>
 */
public record SoundboardSounds(List<SoundboardSound> soundboardSounds, Snowflake guildId) implements GatewayEvent {

	public SoundboardSounds {
		soundboardSounds = RecordValues.listOrEmpty(soundboardSounds);
	}

}
