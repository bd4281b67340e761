package io.github.discordgateway.event;

import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Where an event happened.
 *
 * @param guildId the guild; {@code null} outside of guilds
 * @param channelId the channel; {@code null} when the event concerns no single channel
 */
@JsonDeserialize(using = EventPlaceDeserializer.class)
public record EventPlace(@Nullable Snowflake guildId, @Nullable Snowflake channelId) {

	/** No place at all. */
	public static final EventPlace NONE = new EventPlace(null, null);

}
