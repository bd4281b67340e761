package io.github.discordgateway.shard;

import io.github.discordgateway.protocol.ShardId;

/**
 * Told what happens to shards. Called on a shard's event loop, and must return at once.
 */
@FunctionalInterface
public interface ShardWatcher {

	/**
	 * Something happened.
	 * @param shard to whom
	 * @param notice what
	 */
	void onNotice(ShardId shard, ShardNotice notice);

}
