package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Field;

/**
 * A session in a voice channel has begun or ended.
 *
 * @param id id of the voice channel
 * @param guildId id of the guild
 * @param voiceStartTime Unix seconds when the session began, {@code null} when it has
 * ended; which of absent and {@code null} was sent can be told
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#voice-channel-start-time-update">Discord's
 * documentation</a>
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record VoiceChannelStartTimeUpdate(Snowflake id, Snowflake guildId,
		Field<Long> voiceStartTime) implements GatewayEvent {

	public VoiceChannelStartTimeUpdate {
		voiceStartTime = Field.orAbsent(voiceStartTime);
	}

	@Override
	public Snowflake channelId() {
		return this.id;
	}

}
