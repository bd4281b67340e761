package io.github.discordgateway.internal.shard;

import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;

/**
 * Told what happens to shards. Called on a shard's event loop, and must return at once.
 */
@FunctionalInterface
public interface ShardWatcher {

	/**
	 * Something happened.
	 * @param event what, and to which shard
	 */
	void on(ShardLifecycleEvent event);

}
