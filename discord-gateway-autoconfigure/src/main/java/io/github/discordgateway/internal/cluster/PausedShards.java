package io.github.discordgateway.internal.cluster;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.shard.ShardDriver;
import org.jspecify.annotations.Nullable;

/**
 * Which shards may not read because their listeners are behind. It lasts as long as the
 * listeners do, and so longer than a shard: one that is made later begins as the
 * listeners say.
 */
final class PausedShards {

	private final Set<ShardId> paused = new HashSet<>();

	/**
	 * Notes it and tells the shard.
	 * @param shard which one
	 * @param pause whether it may not read
	 * @param find finds the shard that runs; it may know none
	 * @return whether that is news
	 */
	synchronized boolean set(ShardId shard, boolean pause, Function<ShardId, @Nullable ShardDriver> find) {
		boolean news = pause ? this.paused.add(shard) : this.paused.remove(shard);
		ShardDriver running = find.apply(shard);
		if (running != null) {
			running.pauseReading(pause);
		}
		return news;
	}

	/**
	 * Tells a shard that {@link #set} finds from now on, and that is not started yet.
	 */
	synchronized void tell(ShardDriver shard) {
		if (this.paused.contains(shard.id())) {
			shard.pauseReading(true);
		}
	}

}
