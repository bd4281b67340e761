package io.github.discordgateway.event;

import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * An event of the gateway, decoded.
 */
public interface GatewayEvent {

	/**
	 * The guild in which the event happened.
	 * @return its id; {@code null} for an event outside of guilds
	 */
	default @Nullable Snowflake guildId() {
		return null;
	}

	/**
	 * The channel in which the event happened.
	 * @return its id; {@code null} for an event that concerns no single channel
	 */
	default @Nullable Snowflake channelId() {
		return null;
	}

}
