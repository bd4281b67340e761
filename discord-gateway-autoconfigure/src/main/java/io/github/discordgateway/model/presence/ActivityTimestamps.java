package io.github.discordgateway.model.presence;

import org.jspecify.annotations.Nullable;

/**
 * Activity times.
 *
 * @param start Unix milliseconds; {@code null} when absent
 * @param end Unix milliseconds; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-timestamps">Discord's
 * documentation</a>
 */
public record ActivityTimestamps(@Nullable Long start, @Nullable Long end) {

}
