package io.github.discordgateway.model.voice;

import java.time.Instant;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Member;
import org.jspecify.annotations.Nullable;

/**
 * A user's connection to a voice channel.
 *
 * @param guildId id of the guild; {@code null} when absent
 * @param channelId id of the channel; {@code null} when the user has left
 * @param userId id of the user
 * @param member the user's membership of the guild; {@code null} when absent
 * @param sessionId id of the voice session
 * @param deaf whether moderators have deafened the user in the guild
 * @param mute whether moderators have muted the user in the guild
 * @param selfDeaf whether the user has deafened himself or herself
 * @param selfMute whether the user has muted himself or herself
 * @param selfStream whether the user is streaming; {@code false} when absent
 * @param selfVideo whether the user's camera is on
 * @param suppress whether the user may not speak, as in the audience of a stage
 * @param requestToSpeakTimestamp when the user asked to speak on the stage; {@code null}
 * when there is none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/voice#voice-state-object-voice-state-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record VoiceState(@Nullable Snowflake guildId, @Nullable Snowflake channelId, Snowflake userId,
		@Nullable Member member, String sessionId, boolean deaf, boolean mute, boolean selfDeaf, boolean selfMute,
		boolean selfStream, boolean selfVideo, boolean suppress, @Nullable Instant requestToSpeakTimestamp) {

}
