package io.github.discordgateway.internal.redis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FairShare}.
 */
class FairShareTests {

	private static List<String> nodes(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "node-" + i).toList();
	}

	private static String[] next(FairShare share, int total) {
		return IntStream.range(0, total).mapToObj(share::next).toArray(String[]::new);
	}

	private static Map<String, Integer> counts(List<String> nodes, String[] owners) {
		Map<String, Integer> counts = new HashMap<>();
		nodes.forEach((node) -> counts.put(node, 0));
		for (String owner : owners) {
			counts.merge(owner, 1, Integer::sum);
		}
		return counts;
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "1,7", "3,1", "3,16", "16,3", "7,100", "100,10000", "99,10000", "100,50" })
	@DisplayName("D3 live nodes differ by at most one shard, whoever comes or goes, and no shard moves without need")
	void isFair(int nodeCount, int total) {
		Random random = new Random(total * 1000L + nodeCount);
		List<String> all = nodes(nodeCount);
		String[] owners = new String[total];
		List<String> live = new ArrayList<>(all);
		for (int round = 0; round < 30; round++) {
			FairShare share = FairShare.of(live, owners);
			String[] next = next(share, total);
			Map<String, Integer> counts = counts(live, next);
			assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(live);
			assertThat(Collections.max(counts.values()) - Collections.min(counts.values())).isLessThanOrEqualTo(1);
			assertThat(moved(owners, next, live)).isEqualTo(leastMoves(owners, live));
			assertThat(next(FairShare.of(live, next), total)).as("nothing moves once it is fair").isEqualTo(next);
			owners = next;
			live = new ArrayList<>(all);
			Collections.shuffle(live, random);
			live = live.subList(0, 1 + random.nextInt(nodeCount));
		}
	}

	private static int moved(String[] owners, String[] next, List<String> live) {
		return (int) IntStream.range(0, owners.length)
			.filter((shard) -> live.contains(owners[shard]) && !owners[shard].equals(next[shard]))
			.count();
	}

	/** Those that are over the share that each node may have at most. */
	private static int leastMoves(String[] owners, List<String> live) {
		int share = owners.length / live.size();
		int larger = owners.length % live.size();
		List<Integer> counts = live.stream()
			.map((node) -> (int) Arrays.stream(owners).filter(node::equals).count())
			.sorted(Collections.reverseOrder())
			.toList();
		return IntStream.range(0, counts.size())
			.map((i) -> Math.max(counts.get(i) - ((i < larger) ? share + 1 : share), 0))
			.sum();
	}

	@Test
	@DisplayName("D3 all nodes come to the same result, in whatever order they know each other")
	void doesNotDependOnTheOrder() {
		List<String> shuffled = new ArrayList<>(nodes(10));
		String[] owners = new String[101];
		Arrays.setAll(owners, (shard) -> "node-" + (shard % 4));
		String[] expected = next(FairShare.of(shuffled, owners), owners.length);
		Collections.shuffle(shuffled, new Random(1));
		assertThat(next(FairShare.of(shuffled, owners), owners.length)).isEqualTo(expected);
	}

	@Test
	@DisplayName("D3 a node that joins is handed over no more shards at a time than it may be, by all others together")
	void handsOverLittleAtATime() {
		int total = 12;
		String[] owners = new String[total];
		Arrays.setAll(owners, (shard) -> "node-" + (shard % 2));
		List<String> live = nodes(3);
		int moved = 0;
		List<Integer> moves;
		do {
			FairShare share = FairShare.of(live, owners);
			moves = new ArrayList<>(share.toHandOver("node-0", 2));
			moves.addAll(share.toHandOver("node-1", 2));
			assertThat(new HashSet<>(moves)).hasSameSizeAs(moves).hasSizeLessThanOrEqualTo(2);
			for (int shard : moves) {
				owners[shard] = share.next(shard);
			}
			moved += moves.size();
		}
		while (!moves.isEmpty());
		assertThat(moved).isEqualTo(4);
		assertThat(counts(live, owners).values()).containsOnly(4);
	}

	@Test
	@DisplayName("D5 what a node had that is gone is divided among the others, and they keep what they have")
	void dividesWhatIsFree() {
		String[] owners = new String[9];
		Arrays.setAll(owners, (shard) -> "node-" + (shard / 3));
		FairShare share = FairShare.of(List.of("node-0", "node-2"), owners);
		assertThat(share.unowned()).containsExactly(3, 4, 5);
		assertThat(share.toClaim("node-0")).hasSizeBetween(1, 2);
		assertThat(share.toClaim("node-2")).hasSizeBetween(1, 2);
		assertThat(share.toHandOver("node-0", 2)).isEmpty();
		assertThat(IntStream.of(0, 1, 2)).allMatch((shard) -> "node-0".equals(share.next(shard)));
	}

	@Test
	void withoutNodesNobodyOwnsAnything() {
		FairShare share = FairShare.of(List.of(), new String[] { "gone", null });
		assertThat(share.unowned()).containsExactly(0, 1);
		assertThat(share.next(0)).isNull();
	}

}
