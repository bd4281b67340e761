package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.voice.VoiceState;
import org.jspecify.annotations.Nullable;

/**
 * A user has joined, left or moved between voice channels, or changed something there.
 *
 * @param voiceState the new state; without a channel the user has left
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#voice-state-update">Discord's
 * documentation</a>
 */
public record VoiceStateUpdate(@JsonValue VoiceState voiceState) implements GatewayEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.voiceState.guildId();
	}

	@Override
	public @Nullable Snowflake channelId() {
		return this.voiceState.channelId();
	}

}
