package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * A sound of a guild's soundboard was deleted.
 *
 * @param soundId id of the sound
 * @param guildId id of the guild
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-soundboard-sound-delete">Discord's
 * documentation</a>
 */
public record GuildSoundboardSoundDelete(Snowflake soundId, Snowflake guildId) implements SoundboardSoundEvent {

}
