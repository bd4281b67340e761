package io.github.discordgateway.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Field;
import org.jspecify.annotations.Nullable;

/**
 * A message was pinned or unpinned in a channel. It does not come when a pinned message
 * is deleted.
 *
 * @param guildId id of the guild; {@code null} when absent
 * @param channelId id of the channel
 * @param lastPinTimestamp when the message that was pinned last was pinned; which of
 * absent and {@code null} was sent can be told
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#channel-pins-update">Discord's
 * documentation</a>
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record ChannelPinsUpdate(@Nullable Snowflake guildId, Snowflake channelId,
		Field<Instant> lastPinTimestamp) implements GatewayEvent {

	public ChannelPinsUpdate {
		lastPinTimestamp = Field.orAbsent(lastPinTimestamp);
	}

}
