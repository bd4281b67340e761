package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.model.voice.AnimationType;
import org.jspecify.annotations.Nullable;

/**
 * A user has sent an emoji or a sound into the voice channel that the bot is in.
 *
 * @param channelId id of the voice channel
 * @param guildId id of the guild
 * @param userId id of the user
 * @param emoji the emoji; {@code null} when absent
 * @param animationType how the emoji moves; {@code null} when absent
 * @param animationId number of the emoji's movement; {@code null} when absent
 * @param soundId id of the sound; a small number for one of Discord's own; {@code null}
 * when absent
 * @param soundVolume volume of the sound, from 0 to 1; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#voice-channel-effect-send">Discord's
 * documentation</a>
 */
public record VoiceChannelEffectSend(Snowflake channelId, Snowflake guildId, Snowflake userId, @Nullable Emoji emoji,
		@Nullable AnimationType animationType, @Nullable Integer animationId, @Nullable Snowflake soundId,
		@Nullable Double soundVolume) implements GatewayEvent {

}
