package io.github.discordgateway.internal.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.identify.IdentifyPermit;
import io.github.discordgateway.identify.IdentifyReserve;
import io.github.discordgateway.identify.SessionStartLimit;
import io.github.discordgateway.internal.cluster.ShardLease;
import io.github.discordgateway.internal.cluster.ShardOwnership;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A large bot in virtual time: memberships, shares and pacers are the real ones; Redis is
 * {@link VirtualRedis}, and a shard is what takes its time. With
 * {@code -Dsimulation.shards=10000 -Dsimulation.nodes=200}, which takes many minutes, it
 * prints what docs/coordination.md quotes.
 */
class CoordinationSimulationTests {

	private static final int SHARDS = Integer.getInteger("simulation.shards", Thoroughness.of(500, 2000));

	private static final int NODES = Integer.getInteger("simulation.nodes", Math.max(10, SHARDS / 100));

	/** How many nodes die, or are deployed anew at a time. */
	private static final int AT_ONCE = NODES / 10;

	private static final Duration WINDOW = Duration.ofMillis(5500);

	private static final Duration CONNECT = Duration.ofMillis(500);

	/** To drain, save and close. */
	private static final Duration LEAVE = Duration.ofMillis(500);

	private static final Duration TICK = Duration.ofMillis(100);

	private static final RedisOwnershipSettings SETTINGS = new RedisOwnershipSettings(Duration.ofSeconds(15),
			Duration.ofSeconds(5), 2, false, Duration.ofSeconds(30));

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final VirtualRedis redis = new VirtualRedis(this.time);

	private final BitSet ready = new BitSet(SHARDS);

	private final BitSet sessions = new BitSet(SHARDS);

	private final List<Node> nodes = new ArrayList<>();

	private int identifies;

	private long begun;

	@ParameterizedTest
	@ValueSource(ints = { 16, 160 })
	@Timeout(value = 60, unit = TimeUnit.MINUTES)
	@DisplayName("D3 D5 D11 D12 a large bot comes up as fast as permits allow, survives the loss of a tenth of its nodes, and is deployed anew without an IDENTIFY")
	void largeBot(int maxConcurrency) {
		begin();
		for (int i = 0; i < NODES; i++) {
			start(maxConcurrency);
			this.time.advanceTimeBy(TICK);
		}
		await(this::isWhole);
		report(maxConcurrency, "all up");
		assertThat(callsASecond()).as("Redis calls a second, while shards wait").isLessThan(300);
		assertThat(this.identifies).isEqualTo(SHARDS);
		begin();
		this.time.advanceTimeBy(Duration.ofMinutes(1));
		report(maxConcurrency, "a minute of rest");
		assertThat(callsASecond()).as("Redis calls a second, at rest").isLessThan(NODES / 4.0 + 5);
		begin();
		List.copyOf(this.nodes.subList(0, AT_ONCE)).forEach(Node::die);
		await(this::isWhole);
		report(maxConcurrency, AT_ONCE + " nodes die");
		assertThat(Duration.ofMillis(this.time.now(TimeUnit.MILLISECONDS) - this.begun)).as("until they are resumed")
			.isLessThanOrEqualTo(SETTINGS.leaseDuration().plusSeconds(5));
		for (int i = 0; i < AT_ONCE; i++) {
			start(maxConcurrency);
		}
		await(this::isEven);
		begin();
		long missing = 0;
		List<Node> old = List.copyOf(this.nodes);
		for (int from = 0; from < old.size(); from += AT_ONCE) {
			for (int i = 0; i < AT_ONCE; i++) {
				start(maxConcurrency);
			}
			missing += await(() -> isWhole() && this.nodes.stream().noneMatch((node) -> node.running.isEmpty()));
			old.subList(from, Math.min(from + AT_ONCE, old.size())).forEach(Node::stop);
			missing += await(this::isWhole);
		}
		report(maxConcurrency, "deployed anew, " + AT_ONCE + " at a time");
		begin();
		missing += await(this::isEven);
		report(maxConcurrency, "until the shares are even");
		System.out.printf("  a shard was away for %.1f s on the average%n",
				missing * TICK.toMillis() / 1000.0 / SHARDS);
		assertThat(this.identifies).as("none was spent since").isEqualTo(SHARDS);
		assertThat(this.nodes).hasSize(NODES).doesNotContainAnyElementsOf(old);
	}

	private void begin() {
		this.begun = this.time.now(TimeUnit.MILLISECONDS);
	}

	private void report(int maxConcurrency, String what) {
		List<Integer> calls = this.redis.callsSince(this.begun / 1000);
		System.out.printf(
				"%,d shards, %d nodes, max_concurrency %d: %-30s %7.1f s, Redis calls a second: %6.1f, at most %d; %d keys%n",
				SHARDS, NODES, maxConcurrency, what, (this.time.now(TimeUnit.MILLISECONDS) - this.begun) / 1000.0,
				callsASecond(), calls.stream().mapToInt(Integer::intValue).max().orElse(0), this.redis.keyCount());
	}

	private double callsASecond() {
		return this.redis.callsSince(this.begun / 1000).stream().mapToInt(Integer::intValue).average().orElse(0);
	}

	/** Lets time pass; returns how many shards were away, added up over all ticks. */
	private long await(BooleanSupplier condition) {
		long away = 0;
		long limit = this.time.now(TimeUnit.MILLISECONDS) + Duration.ofHours(6).toMillis();
		while (!condition.getAsBoolean()) {
			assertThat(this.time.now(TimeUnit.MILLISECONDS)).as("virtual time").isLessThan(limit);
			this.time.advanceTimeBy(TICK);
			away += SHARDS - this.ready.cardinality();
		}
		return away;
	}

	private boolean isWhole() {
		return this.ready.cardinality() == SHARDS;
	}

	private boolean isEven() {
		int share = SHARDS / this.nodes.size();
		return isWhole() && this.nodes.stream()
			.mapToInt((node) -> node.running.cardinality())
			.allMatch((count) -> count == share || count == share + 1);
	}

	private void start(int maxConcurrency) {
		Node node = new Node(maxConcurrency);
		this.nodes.add(node);
		node.membership.start();
	}

	/** One process. */
	private final class Node implements ShardOwnership.ShardRunner {

		private final NodeScheduler scheduler = new NodeScheduler(CoordinationSimulationTests.this.time);

		private final RedisIdentifyPacer pacer;

		private final RedisMembership membership;

		private final BitSet running = new BitSet(SHARDS);

		/** The shards that wait for permits. */
		private final Map<Integer, Disposable> waiting = new HashMap<>();

		private Node(int maxConcurrency) {
			VirtualRedis shared = CoordinationSimulationTests.this.redis;
			this.pacer = new RedisIdentifyPacer(shared, this.scheduler, WINDOW, IdentifyReserve.NONE);
			this.pacer.update(new SessionStartLimit(2 * SHARDS, 2 * SHARDS, Duration.ofDays(1), maxConcurrency));
			this.membership = new RedisMembership(shared, SETTINGS, SHARDS, this, this.scheduler,
					() -> CoordinationSimulationTests.this.time.now(TimeUnit.NANOSECONDS));
		}

		private void die() {
			this.scheduler.dead = true;
			this.pacer.close();
			CoordinationSimulationTests.this.ready.andNot(this.running);
			CoordinationSimulationTests.this.nodes.remove(this);
		}

		/** As a cluster stops: all shards end, and are given away together. */
		private void stop() {
			this.membership.leave();
			after(LEAVE, () -> {
				CoordinationSimulationTests.this.ready.andNot(this.running);
				this.membership.release().subscribe();
				this.pacer.close();
			});
			CoordinationSimulationTests.this.nodes.remove(this);
		}

		private void after(Duration delay, Runnable task) {
			this.scheduler.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
		}

		@Override
		public void granted(List<ShardLease> leases) {
			leases.forEach((lease) -> {
				int shard = lease.shard().number();
				this.running.set(shard);
				if (CoordinationSimulationTests.this.sessions.get(shard)) {
					after(CONNECT, () -> ready(shard));
				}
				else {
					this.waiting.put(shard, this.pacer.acquire(lease.shard())
						.subscribe((permit) -> after(CONNECT, () -> identify(shard, permit)), (closed) -> {
							// The node stops.
						}));
				}
			});
		}

		private void identify(int shard, IdentifyPermit permit) {
			if (this.running.get(shard)) {
				CoordinationSimulationTests.this.identifies++;
				CoordinationSimulationTests.this.sessions.set(shard);
				permit.spent();
				after(CONNECT, () -> ready(shard));
			}
			else {
				permit.giveBack();
			}
		}

		private void end(int shard) {
			this.running.clear(shard);
			CoordinationSimulationTests.this.ready.clear(shard);
			Disposable waits = this.waiting.remove(shard);
			if (waits != null) {
				waits.dispose();
			}
		}

		private void ready(int shard) {
			if (this.running.get(shard)) {
				CoordinationSimulationTests.this.ready.set(shard);
			}
		}

		@Override
		public Mono<Void> handOver(ShardId shard) {
			return Mono.delay(LEAVE, this.scheduler).then(lost(shard));
		}

		@Override
		public Mono<Void> lost(ShardId shard) {
			return Mono.fromRunnable(() -> end(shard.number()));
		}

		@Override
		public void keepAgain(List<ShardId> shards) {
			throw new AssertionError("Nothing is lost");
		}

		@Override
		public Mono<Void> send(ShardId shard, String command) {
			return Mono.empty();
		}

		@Override
		public Flux<byte[]> ask(ShardId shard, String request) {
			return Flux.empty();
		}

		@Override
		public void spare() {
			// All have some.
		}

		@Override
		public void failed(Throwable failure) {
			throw new AssertionError(failure);
		}

		@Override
		public void problem(String problem) {
			assertThat(problem).isNull();
		}

	}

	/** The time of all, for a node that may die. */
	private static final class NodeScheduler implements Scheduler {

		private final VirtualTimeScheduler time;

		private boolean dead;

		private NodeScheduler(VirtualTimeScheduler time) {
			this.time = time;
		}

		private Runnable whileAlive(Runnable task) {
			return () -> {
				if (!this.dead) {
					task.run();
				}
			};
		}

		@Override
		public Disposable schedule(Runnable task) {
			return this.time.schedule(whileAlive(task));
		}

		@Override
		public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
			return this.time.schedule(whileAlive(task), delay, unit);
		}

		@Override
		public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
			return this.time.schedulePeriodically(whileAlive(task), initialDelay, period, unit);
		}

		@Override
		public long now(TimeUnit unit) {
			return this.time.now(unit);
		}

		@Override
		public Worker createWorker() {
			Worker worker = this.time.createWorker();
			return new Worker() {

				@Override
				public Disposable schedule(Runnable task) {
					return worker.schedule(whileAlive(task));
				}

				@Override
				public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
					return worker.schedule(whileAlive(task), delay, unit);
				}

				@Override
				public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
					return worker.schedulePeriodically(whileAlive(task), initialDelay, period, unit);
				}

				@Override
				public void dispose() {
					worker.dispose();
				}

			};
		}

		/** The time of the others goes on. */
		@Override
		public void dispose() {
			this.dead = true;
		}

	}

}
