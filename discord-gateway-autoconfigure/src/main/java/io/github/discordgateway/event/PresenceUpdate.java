package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.presence.Presence;
import org.jspecify.annotations.Nullable;

/**
 * A user's presence or account has changed.
 *
 * @param presence the new presence
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#presence-update">Discord's
 * documentation</a>
 */
public record PresenceUpdate(@JsonValue Presence presence) implements GatewayEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.presence.guildId();
	}

}
