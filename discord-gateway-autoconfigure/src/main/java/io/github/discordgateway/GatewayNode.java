package io.github.discordgateway;

import java.time.Instant;
import java.util.List;

/**
 * One of the processes that share the shards of a bot.
 *
 * @param id its name, new with each start
 * @param host where it runs
 * @param version the version of this library that it runs
 * @param since when it joined, by its own clock
 * @param leaving whether it is about to stop, and gets no more shards
 * @param total the number of shards that it divides the bot's guilds by
 * @param shards the numbers of the shards that it runs, ascending
 */
public record GatewayNode(String id, String host, String version, Instant since, boolean leaving, int total,
		List<Integer> shards) {

	/**
	 * Takes a copy of the list.
	 */
	public GatewayNode {
		shards = List.copyOf(shards);
	}

}
