package io.github.discordgateway.model.presence;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * When an activity began and will end.
 *
 * @param start when it began, in Unix milliseconds; {@code null} when absent
 * @param end when it will end, in Unix milliseconds; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-timestamps">Discord's
 * documentation</a>
 */
@DiscordJson
public record ActivityTimestamps(@Nullable Long start, @Nullable Long end) {

}
