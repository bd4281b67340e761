package io.github.discordgateway.cluster;

import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.shard.DisconnectCause;

/**
 * An application event: a connection of a shard ended, whoever ended it. As a rule
 * {@link ShardResumed} follows, or {@link SessionLost} and {@link ShardReady}.
 *
 * @param shard the shard
 * @param cause why
 */
public record ShardDisconnected(ShardId shard, DisconnectCause cause) implements GatewayLifecycleEvent {

}
