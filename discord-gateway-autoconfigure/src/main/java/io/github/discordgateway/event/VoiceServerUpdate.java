package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * The bot may connect to a voice server: after it joined a channel, or because the server
 * has changed.
 *
 * @param token the secret to connect with
 * @param guildId id of the guild
 * @param endpoint host and port; {@code null} while there is none, then another event
 * follows
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#voice-server-update">Discord's
 * documentation</a>
 */
public record VoiceServerUpdate(String token, Snowflake guildId, @Nullable String endpoint) implements GatewayEvent {

	/** All but the token, which is a secret. */
	@Override
	public String toString() {
		return "VoiceServerUpdate[guildId=" + this.guildId + ", endpoint=" + this.endpoint + "]";
	}

}
