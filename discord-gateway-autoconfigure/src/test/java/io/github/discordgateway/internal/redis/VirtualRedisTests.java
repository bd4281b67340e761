package io.github.discordgateway.internal.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.discordgateway.Thoroughness;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VirtualRedis}: whatever is asked in whatever order, it answers what a
 * Redis with the scripts answers, has the same afterwards, and tells the same nodes of
 * it. Times to live are long, and end when the test says so. Tokens are other numbers
 * here and there, and have to stand at the same places and in the same order.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class VirtualRedisTests {

	private static final int TOTAL = 8;

	private static final int STEPS = 300;

	private static final List<String> NODES = List.of("a", "b", "c", "d");

	private static final Duration LEASE = Duration.ofHours(12);

	private static final long WINDOW = Duration.ofHours(2).toMillis();

	private static final long RESET = Duration.ofHours(20).toMillis();

	private static final String KEPT = String.valueOf(Duration.ofHours(24).toMillis());

	/** By how much times to live may differ: the whole test is quicker. */
	private static final long TOLERANCE = Duration.ofMinutes(6).toMillis();

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final LettuceConnectionFactory factory = EmbeddedRedis.shared().connectionFactory();

	private final StringRedisTemplate template = new StringRedisTemplate(this.factory);

	private final VirtualRedis virtual = new VirtualRedis(this.time);

	private final RedisAccess real = EmbeddedRedis.shared().access(this.factory, EmbeddedRedis.newPrefix());

	private final String virtualBase = this.virtual.keys().nodes().replaceAll("nodes$", "");

	private final String realBase = this.real.keys().nodes().replaceAll("nodes$", "");

	private final Map<String, Integer> virtuallyTold = new ConcurrentHashMap<>();

	private final Map<String, Integer> told = new ConcurrentHashMap<>();

	private final Disposable.Composite listening = Disposables.composite();

	/** By the token there, the one here. */
	private final TreeMap<Long, Long> tokens = new TreeMap<>();

	private final List<String> done = new ArrayList<>();

	@AfterEach
	void close() {
		this.listening.dispose();
		this.factory.destroy();
	}

	static IntStream seeds() {
		return IntStream.range(0, Thoroughness.of(4, 100));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void doesWhatTheScriptsDo(int seed) throws InterruptedException {
		listen();
		Random random = new Random(seed);
		for (int i = 0; i < STEPS; i++) {
			step(random);
			assertSameContent();
		}
		assertThat(new HashSet<>(this.tokens.values())).as("tokens").hasSize(this.tokens.size());
		assertThat(List.copyOf(this.tokens.values())).as("here, in the order of those there").isSorted();
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		Awaitility.await()
			.atMost(LIMIT)
			.untilAsserted(() -> assertThat(this.told).as("who is told").isEqualTo(this.virtuallyTold));
	}

	private void step(Random random) {
		String node = any(random, NODES);
		switch (random.nextInt(14)) {
			case 0, 1, 2 -> renew(node, random.nextInt(3));
			case 3, 4 -> claim(node, subset(random), random.nextInt(5) == 0);
			case 5, 6 -> transfer(random, node, random.nextInt(6) == 0);
			case 7, 8, 9 -> permit(node, subset(random), random.nextInt(2));
			case 10 -> settle(node, random.nextInt(5), any(random, List.of("spent", "kept", "returned")));
			case 11 -> limit(1 + random.nextInt(4), random.nextInt(12));
			case 12 -> end("node:" + node);
			default -> end(any(random, List.of("identify:bucket:0", "identify:bucket:1", "identify:bucket:2",
					"identify:bucket:3", "identify:left", "identify:pause", "identify:max-concurrency")));
		}
	}

	private static <T> T any(Random random, List<T> candidates) {
		return candidates.get(random.nextInt(candidates.size()));
	}

	/** Some shards, ascending. */
	private static List<Integer> subset(Random random) {
		return IntStream.range(0, TOTAL).filter((shard) -> random.nextInt(3) == 0).boxed().toList();
	}

	// Leases

	private static LeaseTable table(RedisAccess redis, String node) {
		return new LeaseTable(redis, TOTAL, node, LEASE);
	}

	private void renew(String node, int version) {
		NodeRecord self = new NodeRecord(node, "host", String.valueOf(version), Instant.EPOCH, false, TOTAL);
		ask("renew " + self, (redis) -> table(redis, node).renew(self), (there, here) -> {
			sameToken(Long.parseLong(there.lastToken()), Long.parseLong(here.lastToken()));
			return there.known() == here.known() && there.nodes().equals(here.nodes());
		});
	}

	private void claim(String node, List<Integer> shards, boolean farAhead) {
		ask("claim " + shards + " for " + node, (redis) -> table(redis, node).claim(shards, met(redis, farAhead)),
				(there, here) -> there.keySet().equals(here.keySet()));
	}

	/** The highest token that a node has met, which Redis may have forgotten. */
	private long met(RedisAccess redis, boolean farAhead) {
		long met = owners(redis).values().stream().mapToLong(LeaseTable.Owner::token).max().orElse(0);
		return farAhead ? met + Duration.ofHours(1).toNanos() / 1000 : met;
	}

	private void transfer(Random random, String node, boolean leaves) {
		List<Integer> shards = subset(random);
		List<String> receivers = shards.stream().map((shard) -> any(random, List.of("a", "b", "c", "d", ""))).toList();
		boolean outOfDate = random.nextInt(8) == 0;
		ask("transfer " + shards + " from " + node + " to " + receivers + (leaves ? ", leaving" : ""), (redis) -> {
			Map<Integer, LeaseTable.Owner> owners = owners(redis);
			List<LeaseTable.Transfer> transfers = new ArrayList<>();
			for (int i = 0; i < shards.size(); i++) {
				LeaseTable.Owner owner = owners.getOrDefault(shards.get(i), new LeaseTable.Owner(1, ""));
				transfers
					.add(new LeaseTable.Transfer(shards.get(i), owner.token() - (outOfDate ? 1 : 0), receivers.get(i)));
			}
			return table(redis, node).transfer(transfers, met(redis, false), leaves);
		}, List::equals);
	}

	private Map<Integer, LeaseTable.Owner> owners(RedisAccess redis) {
		return (redis == this.virtual) ? virtually(LeaseTable.owners(redis, TOTAL))
				: LeaseTable.owners(redis, TOTAL).block(LIMIT);
	}

	// Permits

	private void permit(String node, List<Integer> shards, int reserve) {
		List<String> waiting = shards.isEmpty() ? List.of("0") : shards.stream().map(String::valueOf).toList();
		run("permit for " + waiting + " of " + node, RedisScript.PERMIT,
				(keys) -> List.of(keys.identify("max-concurrency"), keys.identify("left"), keys.identify("pause"),
						keys.identify("waiting")),
				(keys) -> {
					List<String> arguments = new ArrayList<>(List.of(node, String.valueOf(WINDOW), "1",
							String.valueOf(reserve), keys.identify("bucket:")));
					arguments.addAll(waiting);
					return arguments;
				});
	}

	private void settle(String node, int bucket, String what) {
		run(what + " of " + node + " in bucket " + bucket, RedisScript.SETTLE_PERMIT,
				(keys) -> List.of(keys.identify("bucket:" + bucket), keys.identify("left")),
				(keys) -> List.of(node, String.valueOf(WINDOW), what));
	}

	private void limit(int maxConcurrency, int left) {
		run("limit " + maxConcurrency + ", left " + left, RedisScript.LIMIT,
				(keys) -> List.of(keys.identify("max-concurrency"), keys.identify("left"), keys.identify("pause")),
				(keys) -> List.of(String.valueOf(maxConcurrency), String.valueOf(left), String.valueOf(RESET),
						String.valueOf(WINDOW), KEPT, keys.identify("bucket:")));
	}

	/** The first number of an answer may be a time. */
	private void run(String what, RedisScript script, Function<RedisKeys, List<String>> scriptKeys,
			Function<RedisKeys, List<String>> arguments) {
		ask(what, (redis) -> redis.run(script, scriptKeys.apply(redis.keys()), arguments.apply(redis.keys())),
				(there, here) -> {
					List<String> named = there.stream().map((text) -> text.replace(this.realBase, "")).toList();
					List<String> expected = here.stream().map((text) -> text.replace(this.virtualBase, "")).toList();
					return named.subList(1, named.size()).equals(expected.subList(1, expected.size()))
							&& (named.get(0).equals(expected.get(0))
									|| areClose(Long.parseLong(named.get(0)), Long.parseLong(expected.get(0))));
				});
	}

	// Both

	private <T> void ask(String what, Function<RedisAccess, Mono<T>> question, BiFunction<T, T, Boolean> areSame) {
		this.done.add(what);
		T there = question.apply(this.real).block(LIMIT);
		T here = virtually(question.apply(this.virtual));
		assertThat(areSame.apply(there, here)).as("%s: there %s, here %s", this.done, there, here).isTrue();
	}

	private <T> T virtually(Mono<T> question) {
		AtomicReference<T> answer = new AtomicReference<>();
		question.subscribe(answer::set, (failure) -> {
			throw new AssertionError(this.done.toString(), failure);
		});
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(answer.get()).as("%s", this.done).isNotNull();
		return answer.get();
	}

	private void end(String key) {
		this.done.add("end of " + key);
		this.template.delete(this.realBase + key);
		this.virtual.end(this.virtualBase + key);
	}

	private void sameToken(long there, long here) {
		Long known = this.tokens.putIfAbsent(there, here);
		assertThat(here).as("token, after %s", this.done).isEqualTo((known != null) ? known : Long.valueOf(here));
	}

	private static boolean areClose(long one, long other) {
		return Math.abs(one - other) < TOLERANCE;
	}

	private void assertSameContent() {
		Map<Integer, LeaseTable.Owner> owners = owners(this.real);
		Map<Integer, LeaseTable.Owner> expectedOwners = owners(this.virtual);
		assertThat(owners.keySet()).as("%s", this.done).isEqualTo(expectedOwners.keySet());
		owners.forEach((shard, owner) -> {
			assertThat(owner.node()).as("%s", this.done).isEqualTo(expectedOwners.get(shard).node());
			sameToken(owner.token(), expectedOwners.get(shard).token());
		});
		assertThat(this.template.opsForSet().members(this.realBase + "nodes")).as("%s", this.done)
			.isEqualTo(this.virtual.nodes());
		Map<String, Long> waiting = new HashMap<>();
		this.template.opsForZSet()
			.rangeWithScores(this.realBase + "identify:waiting", 0, -1)
			.forEach((waiter) -> waiting.put(waiter.getValue(), waiter.getScore().longValue()));
		assertThat(waiting).as("%s", this.done).isEqualTo(this.virtual.waiting());
		assertSameTexts();
	}

	private void assertSameTexts() {
		Map<String, String> expected = new TreeMap<>();
		this.virtual.texts().forEach((key, text) -> expected.put(key.replace(this.virtualBase, ""), text));
		Set<String> others = Set.of("nodes", "identify:waiting", TOTAL + ":owners");
		List<String> keys = this.template.keys(this.realBase.replace("{", "\\{") + "*")
			.stream()
			.map((key) -> key.replace(this.realBase, ""))
			.filter((key) -> !others.contains(key))
			.toList();
		assertThat(keys).as("%s", this.done).containsExactlyInAnyOrderElementsOf(expected.keySet());
		for (String key : keys) {
			String text = this.template.opsForValue().get(this.realBase + key);
			if (key.equals(TOTAL + ":token")) {
				sameToken(Long.parseLong(text), Long.parseLong(expected.get(key)));
				continue;
			}
			assertThat(text).as("%s after %s", key, this.done).isEqualTo(expected.get(key));
			long left = this.template.getExpire(this.realBase + key, TimeUnit.MILLISECONDS);
			long expectedLeft = this.virtual.timeToLive(this.virtualBase + key);
			assertThat(areClose(left, expectedLeft))
				.as("%s lives %d ms there and %d here, after %s", key, left, expectedLeft, this.done)
				.isTrue();
		}
	}

	// Channels

	private void listen() throws InterruptedException {
		List<String> channels = new ArrayList<>(NODES);
		channels.add("*");
		CountDownLatch ready = new CountDownLatch(channels.size());
		channels.forEach((channel) -> {
			this.listening.add(this.real.listen(ready::countDown, this.real.keys().channel(channel))
				.subscribe((message) -> this.told.merge(channel, 1, Integer::sum)));
			this.listening.add(this.virtual.listen(() -> {
				// It is there at once.
			}, this.virtual.keys().channel(channel))
				.subscribe((message) -> this.virtuallyTold.merge(channel, 1, Integer::sum)));
		});
		assertThat(ready.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).as(Arrays.toString(channels.toArray())).isTrue();
	}

}
