package io.github.discordgateway.cluster;

import java.util.List;
import java.util.stream.IntStream;

import io.github.discordgateway.protocol.ShardId;

/**
 * Which shards of how many run in this process.
 *
 * @param total the number of shards that the bot's guilds are divided by
 * @param ids the shards that run here, ascending
 */
public record ShardLayout(int total, List<Integer> ids) {

	/**
	 * Orders and checks the ids.
	 * @throws IllegalArgumentException when there is none, or one is not from 0 to
	 * {@code total - 1}
	 */
	public ShardLayout {
		ids = ids.stream().distinct().sorted().toList();
		if (total < 1 || ids.isEmpty() || ids.get(0) < 0 || ids.get(ids.size() - 1) >= total) {
			throw new ImpossibleShardLayoutException(
					"Shards " + ids + " of a total of " + total
							+ " cannot run: ids go from 0 to total - 1, and there must be at least one",
					"Check discord.gateway.sharding.");
		}
	}

	/**
	 * All shards.
	 * @param total their number, at least 1
	 * @return the layout
	 */
	public static ShardLayout all(int total) {
		return new ShardLayout(total, IntStream.range(0, total).boxed().toList());
	}

	/**
	 * The part of one of several instances: neighbouring shards, as evenly divided as
	 * they can be.
	 * @param total the number of shards
	 * @param instance which instance, from 0
	 * @param instances the number of instances
	 * @return the layout
	 * @throws IllegalArgumentException when there are fewer shards than instances, so
	 * that one would have none
	 */
	public static ShardLayout part(int total, int instance, int instances) {
		if (instances > total) {
			throw new ImpossibleShardLayoutException(
					"Instance " + instance + " of " + instances + " would have no shard: there are only " + total,
					"Raise discord.gateway.sharding.total, or run no more instances than shards "
							+ "(discord.gateway.sharding.instance-count).");
		}
		int from = Math.toIntExact((long) instance * total / instances);
		int to = Math.toIntExact((long) (instance + 1) * total / instances);
		return new ShardLayout(total, IntStream.range(from, to).boxed().toList());
	}

	List<ShardId> shards() {
		return this.ids.stream().map((id) -> new ShardId(id, this.total)).toList();
	}

}
