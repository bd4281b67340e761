package io.github.discordgateway.identify;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link DrainLoop}.
 */
class DrainLoopTests {

	@Test
	void aCallOutOfTheTaskRunsItOnceMore() {
		AtomicInteger runs = new AtomicInteger();
		AtomicInteger depth = new AtomicInteger();
		AtomicReference<DrainLoop> self = new AtomicReference<>();
		DrainLoop loop = new DrainLoop(() -> {
			assertThat(depth.incrementAndGet()).isOne();
			if (runs.incrementAndGet() < 100_000) {
				self.get().run();
			}
			depth.decrementAndGet();
		});
		self.set(loop);
		loop.run();
		assertThat(runs).hasValue(100_000);
	}

	@Test
	void aTaskThatThrowsIsRepeatedAndTheCallerTold() {
		AtomicInteger runs = new AtomicInteger();
		DrainLoop loop = new DrainLoop(() -> {
			if (runs.incrementAndGet() == 1) {
				throw new IllegalStateException("once");
			}
		});
		assertThatIllegalStateException().isThrownBy(loop::run).withMessage("once");
		assertThat(runs).hasValue(2);
		loop.run();
		assertThat(runs).hasValue(3);
	}

	@Test
	void noCallOfManyThreadsIsLost() throws InterruptedException {
		AtomicInteger given = new AtomicInteger();
		AtomicInteger seen = new AtomicInteger();
		DrainLoop loop = new DrainLoop(() -> seen.set(given.get()));
		ExecutorService threads = Executors.newFixedThreadPool(8);
		CountDownLatch done = new CountDownLatch(10_000);
		try {
			for (int i = 0; i < 10_000; i++) {
				threads.execute(() -> {
					given.incrementAndGet();
					loop.run();
					done.countDown();
				});
			}
			assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			threads.shutdown();
		}
		assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		assertThat(seen).hasValue(10_000);
	}

}
