package io.github.discordgateway;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the gateway as a whole at one moment.
 *
 * @param running whether it was started and not stopped since
 * @param resharding whether the number of shards is being changed
 * @param problem why there are no shards yet, or too few: the last problem with
 * {@code GET /gateway/bot}, or with the number that it names; {@code null} when there is
 * none
 * @param sessionsLost how many sessions could not be resumed since the application
 * started
 */
public record GatewaySnapshot(boolean running, boolean resharding, @Nullable String problem, long sessionsLost) {

}
