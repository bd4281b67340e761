package io.github.discordgateway.event.lifecycle;

import io.github.discordgateway.ShardId;

/**
 * An application event: a shard reads events again after a {@link ReadingPaused}.
 *
 * @param shard the shard
 */
public record ReadingResumed(ShardId shard) implements ShardLifecycleEvent {

	@Override
	public String description() {
		return "Shard " + this.shard + " reads again";
	}

}
