package io.github.discordgateway.cluster;

import io.github.discordgateway.protocol.ShardId;

/**
 * An application event: a shard reads events again after a {@link ReadingPaused}.
 *
 * @param shard the shard
 */
public record ReadingResumed(ShardId shard) implements GatewayLifecycleEvent {

}
