package io.github.discordgateway.cluster;

import io.github.discordgateway.protocol.CloseCode;
import io.github.discordgateway.protocol.ShardId;

/**
 * An application event: Discord closed a shard for good, and it does not connect again.
 *
 * @param shard the shard
 * @param closeCode the close code; {@link CloseCode#describe} says what it means
 */
public record ShardFailed(ShardId shard, int closeCode) implements GatewayLifecycleEvent {

}
