package io.github.discordgateway.event.lifecycle;

import io.github.discordgateway.ShardId;

/**
 * An application event: a shard was stopped.
 *
 * @param shard the shard
 */
public record ShardStopped(ShardId shard) implements ShardLifecycleEvent {

	@Override
	public String description() {
		return "Shard " + this.shard + " stopped";
	}

}
