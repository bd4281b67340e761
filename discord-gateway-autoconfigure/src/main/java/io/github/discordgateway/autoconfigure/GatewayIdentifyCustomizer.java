package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.identify.ShardIdentity;

/**
 * Changes what a shard says of itself in IDENTIFY: for example the presence that it comes
 * online with. What is shown later is up to
 * {@link io.github.discordgateway.GatewayShard#updatePresence}.
 */
@FunctionalInterface
public interface GatewayIdentifyCustomizer {

	/**
	 * Changes the presence, the large threshold or the connection properties of a shard.
	 * Token and intents are the same for all shards, since sessions are kept for them:
	 * changing them is refused with an {@link IllegalStateException}.
	 * @param shard which one
	 * @param identity what it says so far
	 * @return what it shall say
	 */
	ShardIdentity customize(ShardId shard, ShardIdentity identity);

}
