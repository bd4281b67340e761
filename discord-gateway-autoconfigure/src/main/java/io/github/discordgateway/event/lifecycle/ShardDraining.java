package io.github.discordgateway.event.lifecycle;

import java.lang.System.Logger.Level;

import io.github.discordgateway.ShardId;

/**
 * An application event: a shard takes no more events, because it is about to be stopped
 * or replaced. {@link ShardStopped} follows.
 *
 * @param shard the shard
 */
public record ShardDraining(ShardId shard) implements ShardLifecycleEvent {

	@Override
	public String description() {
		return "Shard " + this.shard + " takes no more events";
	}

	@Override
	public Level level() {
		return Level.DEBUG;
	}

}
