package io.github.discordgateway.internal.cluster;

import java.time.Duration;

/**
 * How the number of shards is changed.
 *
 * @param window the time by which the shards of two totals may receive the same event
 * apart, and for which they have to be level before the new ones take over
 * @param timeout how long the new shards, once they are ready, wait for the old ones to
 * be level with them
 * @param retry the pause before Discord is asked again for a number of shards that it
 * accepts; it doubles with each further one
 */
public record ReshardingSettings(Duration window, Duration timeout, Duration retry) {

}
