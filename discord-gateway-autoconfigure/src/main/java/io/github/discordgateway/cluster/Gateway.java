package io.github.discordgateway.cluster;

import java.util.List;

import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.protocol.Snowflake;
import io.github.discordgateway.shard.GatewayShard;
import reactor.core.publisher.Mono;

/**
 * The bot's connection to Discord, as the application sees it.
 */
public interface Gateway {

	/**
	 * The shards that run here, by number.
	 * @return the shards; empty until it is known how many there are
	 */
	List<GatewayShard> shards();

	/**
	 * One of the shards that run here.
	 * @param id its number
	 * @return the shard
	 * @throws IllegalArgumentException when it does not run here; the message says which
	 * do
	 */
	GatewayShard shard(int id);

	/**
	 * The shard that a guild belongs to.
	 * @param guildId the guild
	 * @return the shard
	 * @throws IllegalArgumentException when it does not run here; the message says which
	 * do
	 */
	GatewayShard shardFor(Snowflake guildId);

	/**
	 * Shows the bot with another presence, on all shards that run here.
	 * @param presence what to show
	 * @return completes when every shard has sent it
	 */
	Mono<Void> updatePresence(UpdatePresence presence);

}
