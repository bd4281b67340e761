package io.github.discordgateway.cluster;

import io.github.discordgateway.protocol.ShardId;

/**
 * An application event: a shard reads no more events, because
 * {@code discord.gateway.dispatch.max-pending} of them wait for their listeners.
 * {@link ReadingResumed} tells the end of it.
 *
 * @param shard the shard
 */
public record ReadingPaused(ShardId shard) implements GatewayLifecycleEvent {

}
