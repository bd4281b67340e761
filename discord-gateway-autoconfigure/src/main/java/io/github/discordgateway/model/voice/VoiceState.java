package io.github.discordgateway.model.voice;

import java.time.Instant;

import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A user's connection to a voice channel.
 *
 * @param guildId id of the guild; {@code null} when absent
 * @param channelId id of the channel, {@code null} after leaving
 * @param userId id of the user
 * @param member member; {@code null} when absent
 * @param sessionId voice session
 * @param deaf server deafened
 * @param mute server muted
 * @param selfDeaf self deafened
 * @param selfMute self muted
 * @param selfStream streaming; {@code null} when absent
 * @param selfVideo camera on
 * @param suppress may not speak
 * @param requestToSpeakTimestamp stage request time; {@code null} when there is none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/voice#voice-state-object-voice-state-structure">Discord's
 * documentation</a>
 */
public record VoiceState(@Nullable Snowflake guildId, @Nullable Snowflake channelId, Snowflake userId,
		@Nullable Member member, String sessionId, boolean deaf, boolean mute, boolean selfDeaf, boolean selfMute,
		@Nullable Boolean selfStream, boolean selfVideo, boolean suppress, @Nullable Instant requestToSpeakTimestamp) {

}
