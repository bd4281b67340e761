package io.github.discordgateway.model.presence;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * Secrets by which a game takes others in.
 *
 * @param join the secret to join the party; {@code null} when absent
 * @param spectate the secret to watch; {@code null} when absent
 * @param match the secret of one match of several; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-secrets">Discord's
 * documentation</a>
 */
@DiscordJson
public record ActivitySecrets(@Nullable String join, @Nullable String spectate, @Nullable String match) {

	/** Nothing of the secrets. */
	@Override
	public String toString() {
		return "ActivitySecrets[******]";
	}

}
