package io.github.discordgateway.internal.cluster;

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

}
