package io.github.discordgateway.cluster;

import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.protocol.ShardId;
import org.jspecify.annotations.Nullable;

/**
 * How the bot is shown when a shard comes online, which may differ by shard. What is
 * shown later is up to
 * {@link io.github.discordgateway.shard.GatewayShard#updatePresence}.
 */
@FunctionalInterface
public interface InitialPresence {

	/**
	 * The presence that a shard identifies with, until it is told another one.
	 * @param shard the shard
	 * @return the presence; {@code null} for Discord's default
	 */
	@Nullable UpdatePresence of(ShardId shard);

}
