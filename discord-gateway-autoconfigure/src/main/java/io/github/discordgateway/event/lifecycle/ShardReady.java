package io.github.discordgateway.event.lifecycle;

import io.github.discordgateway.ShardId;

/**
 * An application event: a shard began a new session. Its guilds follow as
 * {@code GUILD_CREATE}.
 *
 * @param shard the shard
 */
public record ShardReady(ShardId shard) implements ShardLifecycleEvent {

	@Override
	public String description() {
		return "Shard " + this.shard + " is ready with a new session";
	}

}
