package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * A sound of a guild's soundboard was added, has changed or was deleted. A listener that
 * takes it gets all of these events.
 */
public sealed interface SoundboardSoundEvent extends GatewayEvent
		permits GuildSoundboardSoundCreate, GuildSoundboardSoundDelete, GuildSoundboardSoundUpdate {

	/**
	 * The sound.
	 * @return id of the sound
	 */
	Snowflake soundId();

}
