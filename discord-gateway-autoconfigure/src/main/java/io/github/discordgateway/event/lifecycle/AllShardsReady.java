package io.github.discordgateway.event.lifecycle;

import java.util.List;

import io.github.discordgateway.ShardId;

/**
 * An application event: all shards that run here have been ready. Published once after a
 * start, and again when another number of shards has taken over or, where processes share
 * the shards, when those that have come to this one are ready.
 *
 * @param shards the shards, by number
 */
public record AllShardsReady(List<ShardId> shards) implements GatewayLifecycleEvent {

	/**
	 * Takes a copy of the list.
	 * @param shards the shards, by number
	 */
	public AllShardsReady {
		shards = List.copyOf(shards);
	}

	@Override
	public String description() {
		return "All " + this.shards.size() + " shards that run here are ready";
	}

}
