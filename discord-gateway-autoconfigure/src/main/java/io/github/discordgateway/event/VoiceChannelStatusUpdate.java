package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * The status text of a voice channel has changed.
 *
 * @param id id of the voice channel
 * @param guildId id of the guild
 * @param status the new text; {@code null} when there is none
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#voice-channel-status-update">Discord's
 * documentation</a>
 */
public record VoiceChannelStatusUpdate(Snowflake id, Snowflake guildId,
		@Nullable String status) implements GatewayEvent {

	@Override
	public Snowflake channelId() {
		return this.id;
	}

}
