package io.github.discordgateway.identify;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.discordgateway.ShardId;

/**
 * The shards that have wanted to identify, of the two totals that were used last: while
 * the number of shards is changed, both identify. Its owner sees to it that one thread at
 * a time uses it.
 */
final class KnownShards {

	private static final int TOTALS = 2;

	private final Map<Integer, Set<Integer>> idsByTotal = new LinkedHashMap<>(TOTALS, 0.75F, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Integer, Set<Integer>> eldest) {
			return size() > TOTALS;
		}

	};

	void add(ShardId shard) {
		this.idsByTotal.computeIfAbsent(shard.total(), (total) -> new HashSet<>()).add(shard.number());
	}

	int count() {
		return this.idsByTotal.values().stream().mapToInt(Set::size).sum();
	}

}
