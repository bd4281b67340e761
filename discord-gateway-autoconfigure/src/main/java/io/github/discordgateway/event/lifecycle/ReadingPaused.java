package io.github.discordgateway.event.lifecycle;

import io.github.discordgateway.ShardId;

/**
 * An application event: a shard reads no more events, because as many wait for their
 * listeners as {@code discord.gateway.dispatch.max-pending} or {@code max-pending-bytes}
 * allow. {@link ReadingResumed} tells the end of it.
 *
 * @param shard the shard
 */
public record ReadingPaused(ShardId shard) implements ShardLifecycleEvent {

	@Override
	public String description() {
		return "Shard " + this.shard + " does not read: its listeners are behind";
	}

}
