package io.github.discordgateway.model.presence;

import org.jspecify.annotations.Nullable;

/**
 * Join secrets.
 *
 * @param join join party; {@code null} when absent
 * @param spectate spectate; {@code null} when absent
 * @param match match instance; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-secrets">Discord's
 * documentation</a>
 */
public record ActivitySecrets(@Nullable String join, @Nullable String spectate, @Nullable String match) {

	/** Nothing of the secrets. */
	@Override
	public String toString() {
		return "ActivitySecrets[******]";
	}

}
