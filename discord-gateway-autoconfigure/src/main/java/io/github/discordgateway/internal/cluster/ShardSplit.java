package io.github.discordgateway.internal.cluster;

import java.util.List;

/**
 * Says which shards of a total run in this process.
 */
public interface ShardSplit {

	/**
	 * Counts the shards without making anything of them.
	 * @param total the number of shards of the bot
	 * @return how many of them run here
	 * @throws ImpossibleShardLayoutException when that cannot be told
	 */
	int count(int total);

	/**
	 * Names the shards.
	 * @param total the number of shards of the bot
	 * @return those that run here
	 * @throws ImpossibleShardLayoutException when that cannot be told, or there are none
	 */
	ShardLayout layout(int total);

	/**
	 * The split of a bot that runs in one process.
	 * @return all shards of any total
	 */
	static ShardSplit all() {
		return new ShardSplit() {

			@Override
			public int count(int total) {
				return total;
			}

			@Override
			public ShardLayout layout(int total) {
				return ShardLayout.all(total);
			}

		};
	}

	/**
	 * The split of a bot whose shards are named one by one.
	 * @param total the only total that it is known for
	 * @param ids the shards of this total that run here
	 * @return these shards
	 */
	static ShardSplit ids(int total, List<Integer> ids) {
		return new ShardSplit() {

			@Override
			public int count(int wanted) {
				return layout(wanted).ids().size();
			}

			@Override
			public ShardLayout layout(int wanted) {
				if (wanted != total) {
					throw new ImpossibleShardLayoutException(
							"discord.gateway.sharding.ids names shards of " + total + ": which of " + wanted
									+ " run here follows only without it, or from sharding.instance-index",
							"Leave out discord.gateway.sharding.ids, or set discord.gateway.sharding.instance-index and "
									+ "instance-count instead.");
				}
				return new ShardLayout(total, ids);
			}

		};
	}

	/**
	 * The split of a bot that runs in several alike processes.
	 * @param instance which of them this is, from 0
	 * @param instances how many there are
	 * @return this one's part of any total
	 */
	static ShardSplit part(int instance, int instances) {
		return new ShardSplit() {

			@Override
			public int count(int total) {
				return ShardLayout.sizeOfPart(total, instance, instances);
			}

			@Override
			public ShardLayout layout(int total) {
				return ShardLayout.part(total, instance, instances);
			}

		};
	}

}
