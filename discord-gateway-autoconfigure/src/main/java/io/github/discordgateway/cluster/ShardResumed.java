package io.github.discordgateway.cluster;

import io.github.discordgateway.protocol.ShardId;

/**
 * An application event: a shard goes on with its session, and missed nothing.
 *
 * @param shard the shard
 * @param replayed the number of events that were missed and have been sent again
 */
public record ShardResumed(ShardId shard, long replayed) implements GatewayLifecycleEvent {

}
