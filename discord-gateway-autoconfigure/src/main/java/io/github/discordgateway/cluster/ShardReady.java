package io.github.discordgateway.cluster;

import io.github.discordgateway.protocol.ShardId;

/**
 * An application event: a shard began a new session. Its guilds follow as
 * {@code GUILD_CREATE}.
 *
 * @param shard the shard
 */
public record ShardReady(ShardId shard) implements GatewayLifecycleEvent {

}
