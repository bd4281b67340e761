package io.github.discordgateway.internal.dispatch;

import io.github.discordgateway.ShardId;

/**
 * Told when the listeners cannot keep up with a shard. Calls for one shard come one at a
 * time and alternate, on any thread, and must not block.
 */
public interface BackPressure {

	/**
	 * The shard should stop reading events. Those that still come are queued.
	 * @param shard the shard with too many events that are not yet handled
	 */
	void pause(ShardId shard);

	/**
	 * The shard may read on.
	 * @param shard the shard whose events were handled down to half of the limit
	 */
	void resume(ShardId shard);

}
