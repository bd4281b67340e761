package io.github.discordgateway.internal.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.discordgateway.ShardId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PendingBudget}.
 */
@ExtendWith(OutputCaptureExtension.class)
class PendingBudgetTests {

	private static final int MAX = 1000;

	private final PendingBudget budget = new PendingBudget();

	private final List<String> calls = new CopyOnWriteArrayList<>();

	PendingBudgetTests() {
		this.budget.setMaxBytes(MAX * PendingBudget.UNIT);
	}

	private SourceLoad load(int shard) {
		return new SourceLoad(new StubSource(new ShardId(shard, 10), this.calls::add), 1_000_000, this.budget);
	}

	private static void start(SourceLoad load, int events) {
		for (int i = 0; i < events; i++) {
			load.started(false, 100);
		}
	}

	private static void finish(SourceLoad load, int events) {
		for (int i = 0; i < events; i++) {
			load.finished(false, 100);
		}
	}

	@Test
	@DisplayName("C57 a shard that is alone has the whole budget, and reads on when half of it is free")
	void oneShard(CapturedOutput output) {
		SourceLoad load = load(0);
		start(load, 9);
		assertThat(this.calls).isEmpty();
		assertThat(this.budget.bytes()).isEqualTo(900 * PendingBudget.UNIT);
		start(load, 3);
		assertThat(this.calls).containsExactly("pause 0/10");
		assertThat(output)
			.contains("Shard 0/10 stops reading: 10 events of 0 MB wait for their listeners. backlog of 0/10");
		finish(load, 6);
		assertThat(this.calls).containsExactly("pause 0/10");
		finish(load, 1);
		assertThat(this.calls).containsExactly("pause 0/10", "resume 0/10");
		finish(load, 5);
		assertThat(this.budget.bytes()).isZero();
	}

	@Test
	@DisplayName("C57 an event larger than the budget passes alone")
	void largeEvent() {
		SourceLoad load = load(0);
		load.started(false, 5 * MAX);
		load.finished(false, 5 * MAX);
		assertThat(this.calls).containsExactly("pause 0/10", "resume 0/10");
	}

	@Test
	@DisplayName("C57 a shard that holds half of the budget for ever leaves the others their part, and all together no more than the budget")
	void oneShardIsStuck() {
		SourceLoad stuck = load(0);
		SourceLoad second = load(1);
		SourceLoad third = load(2);
		start(stuck, 5);
		assertThat(this.calls).containsExactly("pause 0/10");
		for (int round = 0; round < 3; round++) {
			this.calls.clear();
			start(second, 2);
			start(third, 2);
			assertThat(this.calls).as("a quarter each").isEmpty();
			start(second, 1);
			start(third, 1);
			assertThat(this.calls).containsExactly("pause 1/10", "pause 2/10");
			finish(second, 3);
			finish(third, 3);
			assertThat(this.calls).containsExactly("pause 1/10", "pause 2/10", "resume 1/10", "resume 2/10");
		}
		finish(stuck, 5);
		assertThat(this.calls).contains("resume 0/10");
	}

	@Test
	@DisplayName("C57 a shard that waits for what others hold reads on when these give it back")
	void wokenByAnother() {
		SourceLoad hog = load(0);
		SourceLoad other = load(1);
		for (int i = 2; i < 5; i++) {
			load(i);
		}
		start(hog, 4);
		start(other, 2);
		assertThat(this.calls).containsExactly("pause 1/10");
		finish(hog, 3);
		assertThat(this.calls).containsExactly("pause 1/10");
		finish(hog, 1);
		assertThat(this.calls).as("half of what is common is free").containsExactly("pause 1/10", "resume 1/10");
	}

	@Test
	@DisplayName("C57 a shard that goes leaves its part to the others, and is told nothing more")
	void oneShardGoes() {
		SourceLoad gone = load(0);
		SourceLoad other = load(1);
		start(gone, 5);
		start(other, 5);
		assertThat(this.calls).containsExactly("pause 0/10", "pause 1/10");
		assertThat(gone.isClosed()).isFalse();
		gone.close();
		assertThat(gone.isClosed()).isTrue();
		finish(other, 5);
		assertThat(this.calls).as("half of the budget is free")
			.containsExactly("pause 0/10", "pause 1/10", "resume 1/10");
		start(other, 4);
		assertThat(this.calls).as("all but a tenth is in use").hasSize(3);
		start(other, 1);
		assertThat(this.calls).endsWith("pause 1/10").hasSize(4);
	}

	@Test
	@DisplayName("C57 shards that share the budget all come to their end, and never hold more than it")
	void noShardStarves() throws Exception {
		int shards = 8;
		int events = 3_000;
		Map<Integer, Semaphore> reading = new ConcurrentHashMap<>();
		AtomicLong most = new AtomicLong();
		ExecutorService threads = Executors.newFixedThreadPool(2 * shards);
		try {
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < shards; i++) {
				Semaphore open = new Semaphore(1);
				reading.put(i, open);
				SourceLoad load = new SourceLoad(new StubSource(new ShardId(i, shards), (call) -> {
					if (call.startsWith("pause")) {
						open.acquireUninterruptibly();
					}
					else {
						open.release();
					}
				}), 1_000_000, this.budget);
				ExecutorService listener = Executors.newSingleThreadExecutor();
				running.add(threads.submit(() -> {
					for (int event = 0; event < events; event++) {
						assertThat(open.tryAcquire(60, TimeUnit.SECONDS)).as("reads on").isTrue();
						open.release();
						int weight = 1 + event % 97;
						load.started(false, weight);
						most.accumulateAndGet(this.budget.bytes() / PendingBudget.UNIT, Math::max);
						listener.execute(() -> load.finished(false, weight));
					}
					listener.shutdown();
					return listener.awaitTermination(60, TimeUnit.SECONDS);
				}));
			}
			for (Future<?> each : running) {
				assertThat(each.get(120, TimeUnit.SECONDS)).isEqualTo(true);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.budget.bytes()).isZero();
		assertThat(most.get()).as("with one event of each shard beyond it").isLessThanOrEqualTo(MAX + shards * 97L);
		assertThat(reading.values()).allMatch((open) -> open.availablePermits() == 1);
	}

}
