package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.presence.Presence;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * User may hold only id; do not trust field types.
 *
 * @param presence the body
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#presence-update">Discord's
 * documentation</a>
 */
public record PresenceUpdate(@JsonValue Presence presence) implements GatewayEvent {

	/** The body is the object itself. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public PresenceUpdate {
	}

	@Override
	public @Nullable Snowflake guildId() {
		return this.presence.guildId();
	}

}
