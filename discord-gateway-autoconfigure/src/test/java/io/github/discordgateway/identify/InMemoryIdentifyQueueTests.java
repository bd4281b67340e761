package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.session.StartHistory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InMemoryIdentifyQueue}, in virtual time.
 */
class InMemoryIdentifyQueueTests {

	private static final Duration DAY = Duration.ofDays(1);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final InMemoryIdentifyQueue queue = queue(InMemoryIdentifyQueue.DEFAULT_WINDOW);

	/** The permits by shard id, in the order of the grants. */
	private final Map<Integer, IdentifyPermit> granted = new LinkedHashMap<>();

	private int shards = 64;

	private InMemoryIdentifyQueue queue(Duration window) {
		return new InMemoryIdentifyQueue(this.time, window, IdentifyReserve.NONE, StartHistory.ofThisProcess(),
				Mono::empty, () -> this.time.now(TimeUnit.NANOSECONDS), () -> Instant.EPOCH);
	}

	private Disposable acquire(int shard) {
		return this.queue.acquire(new ShardId(shard, this.shards))
			.subscribe((permit) -> this.granted.put(shard, permit));
	}

	private void limit(int remaining, Duration resetAfter, int maxConcurrency) {
		this.queue.update(new SessionStartLimit(1000, remaining, resetAfter, maxConcurrency));
	}

	private void spend(int shard) {
		assertThat(this.granted).containsKey(shard);
		this.granted.get(shard).spent();
	}

	private void advance(long millis) {
		this.time.advanceTimeBy(Duration.ofMillis(millis));
	}

	private List<Integer> grantedShards() {
		return List.copyOf(this.granted.keySet());
	}

	@Test
	@DisplayName("C6 two shards of one bucket are 5 s apart, to the millisecond")
	void bucketRestsForTheWindow() {
		acquire(0);
		acquire(1);
		spend(0);
		advance(4999);
		assertThat(grantedShards()).containsExactly(0);
		advance(1);
		assertThat(grantedShards()).containsExactly(0, 1);
	}

	@Test
	@DisplayName("C6 the pause is counted from when IDENTIFY was written, not from the grant")
	void windowStartsWhenSpent() {
		acquire(0);
		acquire(1);
		advance(60_000);
		assertThat(grantedShards()).containsExactly(0);
		spend(0);
		advance(4999);
		assertThat(grantedShards()).containsExactly(0);
		advance(1);
		assertThat(grantedShards()).containsExactly(0, 1);
	}

	@Test
	@DisplayName("C6 a shard that comes later waits for the rest of the window only")
	void laterShardWaitsForTheRest() {
		acquire(0);
		spend(0);
		advance(3000);
		acquire(1);
		advance(1999);
		assertThat(grantedShards()).containsExactly(0);
		advance(1);
		assertThat(grantedShards()).containsExactly(0, 1);
		spend(1);
		advance(5000);
		acquire(2);
		assertThat(grantedShards()).containsExactly(0, 1, 2);
	}

	@Test
	@DisplayName("C6 a window with slack is that much longer")
	void windowWithSlack() {
		InMemoryIdentifyQueue careful = queue(
				InMemoryIdentifyQueue.DEFAULT_WINDOW.plus(InMemoryIdentifyQueue.DEFAULT_SLACK));
		List<ShardId> order = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			ShardId shard = new ShardId(i, 2);
			careful.acquire(shard).subscribe((permit) -> {
				order.add(shard);
				permit.spent();
			});
		}
		advance(5249);
		assertThat(order).hasSize(1);
		advance(1);
		assertThat(order).hasSize(2);
	}

	@Test
	@DisplayName("C6 different buckets in parallel")
	void bucketsAreIndependent() {
		limit(1000, DAY, 2);
		IntStream.range(0, 4).forEach(this::acquire);
		assertThat(grantedShards()).containsExactly(0, 1);
		spend(0);
		advance(2000);
		spend(1);
		advance(3000);
		assertThat(grantedShards()).containsExactly(0, 1, 2);
		advance(2000);
		assertThat(grantedShards()).containsExactly(0, 1, 2, 3);
	}

	@Test
	@DisplayName("C6 16 shards at max_concurrency 16 within one window")
	void sixteenAtOnce() {
		limit(1000, DAY, 16);
		IntStream.range(0, 16).forEach(this::acquire);
		assertThat(this.granted).hasSize(16);
	}

	@Test
	@DisplayName("C6 32 shards at max_concurrency 16 take two windows")
	void thirtyTwoInTwoWindows() {
		limit(1000, DAY, 16);
		IntStream.range(0, 32).forEach(this::acquire);
		assertThat(grantedShards()).containsExactlyElementsOf(IntStream.range(0, 16).boxed().toList());
		IntStream.range(0, 16).forEach(this::spend);
		advance(4999);
		assertThat(this.granted).hasSize(16);
		advance(1);
		assertThat(grantedShards()).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 32).boxed().toList());
	}

	@Test
	@DisplayName("C6 a new max_concurrency does not shorten the pause of an IDENTIFY that was sent")
	void newDivisionKeepsThePause() {
		acquire(0);
		spend(0);
		advance(1000);
		limit(1000, DAY, 2);
		acquire(2);
		acquire(1);
		assertThat(grantedShards()).containsExactly(0);
		advance(3999);
		assertThat(grantedShards()).containsExactly(0);
		advance(1);
		assertThat(grantedShards()).containsExactlyInAnyOrder(0, 1, 2);
	}

	@Test
	@DisplayName("C6 a new max_concurrency waits for the permits that are out")
	void newDivisionWaitsForPermitsThatAreOut() {
		acquire(0);
		acquire(2);
		limit(1000, DAY, 2);
		advance(10_000);
		assertThat(grantedShards()).containsExactly(0);
		spend(0);
		advance(4999);
		assertThat(grantedShards()).containsExactly(0);
		advance(1);
		assertThat(grantedShards()).containsExactly(0, 2);
	}

	@Test
	@DisplayName("C51 waiters are served by shard id")
	void waitersAreServedByShardId() {
		acquire(5);
		IntStream.of(9, 2, 7, 1).forEach(this::acquire);
		for (int shard : new int[] { 5, 1, 2, 7 }) {
			spend(shard);
			advance(5000);
		}
		assertThat(grantedShards()).containsExactly(5, 1, 2, 7, 9);
	}

	@Test
	@DisplayName("C51 a cancelled waiter costs neither time nor budget")
	void cancelledWaiterCostsNothing() {
		limit(2, DAY, 1);
		acquire(0);
		Disposable cancelled = acquire(1);
		acquire(2);
		cancelled.dispose();
		spend(0);
		advance(5000);
		assertThat(grantedShards()).containsExactly(0, 2);
	}

	@Test
	@DisplayName("C51 a permit that is cancelled between grant and delivery is free again")
	void permitCancelledBeforeDelivery() {
		limit(1, DAY, 1);
		BaseSubscriber<IdentifyPermit> slow = new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				// Asks for nothing, so that the permit is granted and not delivered.
			}

		};
		this.queue.acquire(new ShardId(0, this.shards)).subscribe(slow);
		acquire(1);
		assertThat(this.granted).isEmpty();
		slow.cancel();
		assertThat(grantedShards()).containsExactly(1);
	}

	@Test
	@DisplayName("C51 a waiter that is cancelled as it subscribes holds nothing")
	void waiterCancelledOnSubscribe() {
		this.queue.acquire(new ShardId(0, this.shards)).subscribe(new BaseSubscriber<IdentifyPermit>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.cancel();
			}

		});
		acquire(1);
		assertThat(grantedShards()).containsExactly(1);
	}

	@Test
	@DisplayName("C52 giving back frees the bucket and the budget at once")
	void givingBackFreesAtOnce() {
		limit(1, DAY, 1);
		acquire(0);
		acquire(1);
		assertThat(grantedShards()).containsExactly(0);
		this.granted.get(0).giveBack();
		assertThat(grantedShards()).containsExactly(0, 1);
	}

	@Test
	void permitIsSettledOnce() {
		limit(2, DAY, 1);
		acquire(0);
		acquire(1);
		acquire(2);
		spend(0);
		spend(0);
		this.granted.get(0).giveBack();
		assertThat(grantedShards()).containsExactly(0);
		advance(5000);
		assertThat(grantedShards()).containsExactly(0, 1);
		this.granted.get(0).giveBack();
		assertThat(grantedShards()).containsExactly(0, 1);
	}

	@Test
	@DisplayName("C52 a spent budget waits for the reset")
	void spentBudgetWaitsForTheReset() {
		limit(1, Duration.ofHours(1), 2);
		acquire(0);
		acquire(1);
		spend(0);
		advance(3_600_000 - 1);
		assertThat(grantedShards()).containsExactly(0);
		advance(1);
		assertThat(grantedShards()).containsExactly(0, 1);
	}

	@Test
	@DisplayName("C52 permits that are out count against the budget")
	void budgetCountsPermitsThatAreOut() {
		limit(3, DAY, 16);
		IntStream.range(0, 16).forEach(this::acquire);
		assertThat(grantedShards()).containsExactly(0, 1, 2);
	}

	@Test
	@DisplayName("C52 fresh figures apply at once")
	void freshFiguresApplyAtOnce() {
		limit(0, DAY, 1);
		acquire(0);
		advance(60_000);
		assertThat(this.granted).isEmpty();
		limit(1, DAY, 1);
		assertThat(grantedShards()).containsExactly(0);
	}

	@Test
	@DisplayName("C52 fresh figures that are worse apply, too")
	void worseFiguresApply() {
		limit(0, Duration.ofMinutes(1), 1);
		acquire(0);
		limit(0, Duration.ofMinutes(3), 1);
		advance(180_000 - 1);
		assertThat(this.granted).isEmpty();
		advance(1);
		assertThat(grantedShards()).containsExactly(0);
	}

	@Test
	@DisplayName("C51 many threads neither lose a permit nor share a bucket")
	void manyThreads() throws InterruptedException {
		int shardCount = 400;
		int maxConcurrency = 4;
		Scheduler clock = Schedulers.newParallel("identify-queue-test", 2);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			InMemoryIdentifyQueue contended = new InMemoryIdentifyQueue(clock, Duration.ZERO);
			contended.update(new SessionStartLimit(10_000, 10_000, DAY, maxConcurrency));
			int[] inUse = new int[maxConcurrency];
			AtomicInteger clashes = new AtomicInteger();
			CountDownLatch served = new CountDownLatch(shardCount);
			for (int i = 0; i < shardCount; i++) {
				ShardId shard = new ShardId(i, shardCount);
				threads.execute(() -> {
					Disposable impatient = contended.acquire(shard).subscribe(IdentifyPermit::giveBack);
					impatient.dispose();
					contended.acquire(shard).subscribe((permit) -> threads.execute(() -> {
						int bucket = shard.number() % maxConcurrency;
						synchronized (inUse) {
							clashes.addAndGet((++inUse[bucket] > 1) ? 1 : 0);
						}
						synchronized (inUse) {
							inUse[bucket]--;
						}
						served.countDown();
						permit.spent();
					}));
				});
			}
			assertThat(served.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(clashes).hasValue(0);
		}
		finally {
			threads.shutdownNow();
			clock.dispose();
		}
	}

}
