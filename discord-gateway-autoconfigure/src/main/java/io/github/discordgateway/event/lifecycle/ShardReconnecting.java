package io.github.discordgateway.event.lifecycle;

import java.time.Duration;

import io.github.discordgateway.ShardId;

/**
 * An application event: a shard will connect again.
 *
 * @param shard the shard
 * @param delay after this time
 * @param resuming whether it still has a session to resume
 */
public record ShardReconnecting(ShardId shard, Duration delay, boolean resuming) implements ShardLifecycleEvent {

	@Override
	public String description() {
		return "Shard " + this.shard + " connects again in " + this.delay.toMillis() + " ms "
				+ (this.resuming ? "to resume its session" : "with a new session");
	}

}
