package io.github.discordgateway.internal.redis;

import java.time.Duration;

/**
 * How shards are shared.
 *
 * @param leaseDuration how long the shards of a node that does not answer stay its own
 * @param renewInterval how often a node says that it lives
 * @param handOver how many shards a node may be handed over at a time
 * @param closeInDoubt whether shards that another node may have taken over are closed,
 * and do not run on
 */
public record RedisOwnershipSettings(Duration leaseDuration, Duration renewInterval, int handOver, boolean closeInDoubt,
		Duration commandLimit) {

}
