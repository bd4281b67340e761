package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.voice.VoiceState;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Channel_id null means left.
 *
 * @param voiceState the body
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#voice-state-update">Discord's
 * documentation</a>
 */
public record VoiceStateUpdate(@JsonValue VoiceState voiceState) implements GatewayEvent {

	/** The body is the object itself. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public VoiceStateUpdate {
	}

	@Override
	public @Nullable Snowflake guildId() {
		return this.voiceState.guildId();
	}

	@Override
	public @Nullable Snowflake channelId() {
		return this.voiceState.channelId();
	}

}
