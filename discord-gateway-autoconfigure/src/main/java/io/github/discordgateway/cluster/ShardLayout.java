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
			throw new IllegalArgumentException("Shards " + ids + " of a total of " + total
					+ " cannot run: ids go from 0 to total - 1, and there must be at least one");
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

	List<ShardId> shards() {
		return this.ids.stream().map((id) -> new ShardId(id, this.total)).toList();
	}

}
