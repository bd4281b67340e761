package io.github.discordgateway.event.lifecycle;

import io.github.discordgateway.ShardId;

/**
 * An application event: a shard goes on with its session. What the server left out, if
 * anything, {@link EventsMissed} tells.
 *
 * @param shard the shard
 * @param replayed the number of events that were missed and have been sent again
 */
public record ShardResumed(ShardId shard, long replayed) implements ShardLifecycleEvent {

	@Override
	public String description() {
		return "Shard " + this.shard + " is ready: session resumed, " + this.replayed + " events replayed";
	}

}
