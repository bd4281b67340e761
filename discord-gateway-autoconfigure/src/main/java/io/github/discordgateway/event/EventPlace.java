package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Where an event happened.
 *
 * @param guildId the guild; {@code null} outside of guilds
 * @param channelId the channel; {@code null} when the event concerns no single channel
 */
public record EventPlace(@Nullable Snowflake guildId, @Nullable Snowflake channelId) {

	/** No place at all. */
	public static final EventPlace NONE = new EventPlace(null, null);

}
