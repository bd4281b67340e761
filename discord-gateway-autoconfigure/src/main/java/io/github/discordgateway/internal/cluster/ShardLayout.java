package io.github.discordgateway.internal.cluster;

import java.util.List;
import java.util.stream.IntStream;

import io.github.discordgateway.ShardId;

/**
 * Which shards of how many run in this process.
 *
 * @param total the number of shards that the bot's guilds are divided by
 * @param ids the shards that run here, ascending
 */
public record ShardLayout(int total, List<Integer> ids) {

	/** No bot needs more: each shard may have some 2,500 guilds. */
	public static final int MAX_TOTAL = 100_000;

	/**
	 * Orders and checks the ids.
	 * @throws IllegalArgumentException when there is none, or one is not from 0 to
	 * {@code total - 1}, or the total is not from 1 to {@value #MAX_TOTAL}
	 */
	public ShardLayout {
		checkTotal(total);
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
		checkTotal(total);
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
		checkTotal(total);
		if (instances > total) {
			throw new ImpossibleShardLayoutException(
					"Instance " + instance + " of " + instances + " would have no shard: there are only " + total,
					"Raise discord.gateway.sharding.total, or run no more instances than shards "
							+ "(discord.gateway.sharding.instance-count).");
		}
		int from = firstOfPart(total, instance, instances);
		int to = firstOfPart(total, instance + 1, instances);
		return new ShardLayout(total, IntStream.range(from, to).boxed().toList());
	}

	/**
	 * Counts the shards of {@link #part} without making anything of them.
	 * @param total the number of shards
	 * @param instance which instance, from 0
	 * @param instances the number of instances
	 * @return how many of the shards are the instance's; 0 when there are too few
	 */
	public static int sizeOfPart(int total, int instance, int instances) {
		return firstOfPart(total, instance + 1, instances) - firstOfPart(total, instance, instances);
	}

	private static int firstOfPart(int total, int instance, int instances) {
		return Math.toIntExact((long) instance * total / instances);
	}

	/** Before anything is made of a number that somebody else has named. */
	private static void checkTotal(int total) {
		if (total < 1 || total > MAX_TOTAL) {
			throw new ImpossibleShardLayoutException(
					"There cannot be " + total + " shards: the number goes from 1 to " + MAX_TOTAL,
					"Check discord.gateway.sharding.total.");
		}
	}

	List<ShardId> shards() {
		return this.ids.stream().map((id) -> new ShardId(id, this.total)).toList();
	}

}
