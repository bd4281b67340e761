package io.github.discordgateway.event.lifecycle;

import io.github.discordgateway.BotIdentity;
import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;

/**
 * An application event: a shard goes on with a session that an earlier process has begun.
 * There is no READY and no GUILD_CREATE; what they told is known nonetheless:
 * {@code Gateway.self()} and {@code Gateway.guildIds()} answer. {@link ShardResumed}
 * follows.
 *
 * @param shard the shard
 * @param bot who the bot is; {@code null} when the session store does not keep it
 */
public record SessionRestored(ShardId shard, @Nullable BotIdentity bot) implements ShardLifecycleEvent {

	@Override
	public String description() {
		return "Shard " + this.shard + " goes on with the session of an earlier process";
	}

}
