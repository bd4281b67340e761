package io.github.discordgateway.internal.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Divides shards among nodes: a pure function of the number of shards, the nodes and the
 * present owners, so that all nodes that know the same come to the same result without
 * talking to each other. The shares differ by one at most, and as few shards move as can
 * be. (Consistent hashing moves no fewer, and its shares differ by far more.)
 */
final class FairShare {

	/** By shard; null only where there are no nodes. */
	private final @Nullable String[] next;

	/** By shard; null where there is none among the nodes. */
	private final @Nullable String[] present;

	private FairShare(@Nullable String[] next, @Nullable String[] present) {
		this.next = next;
		this.present = present;
	}

	/**
	 * Divides the shards.
	 * @param nodes the nodes, in any order
	 * @param owners the present owner of each shard; {@code null} where there is none.
	 * One that is not among the nodes counts as none
	 * @return who shall own which
	 */
	static FairShare of(List<String> nodes, @Nullable String[] owners) {
		@Nullable String[] present = new String[owners.length];
		Map<String, Integer> counts = new HashMap<>();
		nodes.forEach((node) -> counts.put(node, 0));
		for (int shard = 0; shard < owners.length; shard++) {
			String owner = owners[shard];
			if (owner != null && counts.containsKey(owner)) {
				present[shard] = owner;
				counts.merge(owner, 1, Integer::sum);
			}
		}
		@Nullable String[] next = present.clone();
		if (!counts.isEmpty()) {
			divide(next, counts);
		}
		return new FairShare(next, present);
	}

	private static void divide(@Nullable String[] next, Map<String, Integer> counts) {
		List<String> byCount = new ArrayList<>(counts.keySet());
		byCount.sort(Comparator.<String>comparingInt((node) -> -counts.getOrDefault(node, 0))
			.thenComparing(Comparator.naturalOrder()));
		int share = next.length / byCount.size();
		int larger = next.length % byCount.size();
		Map<String, Integer> quotas = new HashMap<>();
		for (int i = 0; i < byCount.size(); i++) {
			quotas.put(byCount.get(i), (i < larger) ? share + 1 : share);
		}
		Deque<Integer> free = new ArrayDeque<>();
		for (int shard = 0; shard < next.length; shard++) {
			String owner = next[shard];
			if (owner != null && quotas.merge(owner, -1, Integer::sum) < 0) {
				next[shard] = null;
			}
			if (next[shard] == null) {
				free.add(shard);
			}
		}
		byCount.sort(Comparator.naturalOrder());
		for (String node : byCount) {
			for (int open = quotas.getOrDefault(node, 0); open > 0 && !free.isEmpty(); open--) {
				next[free.remove()] = node;
			}
		}
	}

	/** Who shall own a shard; null when there are no nodes. */
	@Nullable String next(int shard) {
		return this.next[shard];
	}

	/** The shards without an owner that shall be a node's. */
	List<Integer> toClaim(String node) {
		List<Integer> shards = new ArrayList<>();
		for (int shard = 0; shard < this.next.length; shard++) {
			if (this.present[shard] == null && node.equals(this.next[shard])) {
				shards.add(shard);
			}
		}
		return shards;
	}

	/**
	 * The shards that a node is to hand over now.
	 * @param node who has them
	 * @param atOnce how many each receiver may be given at a time, by all others together
	 */
	List<Integer> toHandOver(String node, int atOnce) {
		List<Integer> shards = new ArrayList<>();
		Map<String, Integer> received = new HashMap<>();
		Set<String> full = new HashSet<>();
		for (int shard = 0; shard < this.next.length; shard++) {
			String owner = this.present[shard];
			String receiver = this.next[shard];
			if (owner == null || receiver == null || owner.equals(receiver) || full.contains(receiver)) {
				continue;
			}
			if (received.merge(receiver, 1, Integer::sum) == atOnce) {
				full.add(receiver);
			}
			if (owner.equals(node)) {
				shards.add(shard);
			}
		}
		return shards;
	}

	/** Those that have no owner at present. */
	List<Integer> unowned() {
		List<Integer> shards = new ArrayList<>();
		for (int shard = 0; shard < this.present.length; shard++) {
			if (this.present[shard] == null) {
				shards.add(shard);
			}
		}
		return shards;
	}

}
