package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.Thoroughness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.task.TaskRejectedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ListenerTaskExecutor}.
 */
class ListenerTaskExecutorTests {

	private static final int CONCURRENCY = 3;

	private static final int TASKS = Thoroughness.of(20_000, 200_000);

	private final ListenerTaskExecutor executor = new ListenerTaskExecutor(Duration.ofSeconds(1), "listener-",
			CONCURRENCY);

	private final CountDownLatch released = new CountDownLatch(1);

	ListenerTaskExecutorTests() {
		this.executor.initialize();
	}

	@AfterEach
	void close() {
		this.released.countDown();
		this.executor.shutdown();
	}

	@Test
	void anIdleThreadIsUsedAgainBeforeAnotherOneIsStarted() {
		for (int i = 0; i < 20; i++) {
			CountDownLatch done = new CountDownLatch(1);
			await().until(() -> this.executor.getActiveCount() == 0 && idleThreads() == this.executor.getPoolSize());
			this.executor.execute(done::countDown);
			await().until(() -> done.getCount() == 0);
		}
		assertThat(this.executor.getPoolSize()).isEqualTo(1);
	}

	@Test
	void threadsAreStartedForTasksThatBlockAndWhatIsBeyondWaits() {
		CountDownLatch begun = new CountDownLatch(CONCURRENCY);
		List<Integer> waited = new CopyOnWriteArrayList<>();
		for (int i = 0; i < CONCURRENCY; i++) {
			this.executor.submit(() -> {
				begun.countDown();
				return this.released.await(30, TimeUnit.SECONDS);
			});
		}
		await().until(() -> begun.getCount() == 0);
		for (int i = 0; i < 10; i++) {
			int number = i;
			this.executor.execute(() -> waited.add(number));
		}
		assertThat(this.executor.getPoolSize()).isEqualTo(CONCURRENCY);
		assertThat(this.executor.getQueueSize()).isEqualTo(10);
		this.released.countDown();
		await().until(() -> waited.size() == 10);
	}

	@Test
	void aThreadWhoseTimeRunsOutLeavesNoTaskToThoseThatAreBusy() throws InterruptedException {
		ThreadPoolExecutor pool = this.executor.getThreadPoolExecutor();
		pool.setKeepAliveTime(1, TimeUnit.MICROSECONDS);
		pool.submit(() -> this.released.await(5, TimeUnit.MINUTES));
		for (int i = 0; i < TASKS; i++) {
			CountDownLatch done = new CountDownLatch(1);
			pool.execute(done::countDown);
			assertThat(done.await(30, TimeUnit.SECONDS)).as("task %d was done", i).isTrue();
		}
	}

	/** As with a thread that was counted, and ends before the task is in the queue. */
	@Test
	void aTaskThatIsRejectedAlthoughThereCanBeAThreadGetsOne() throws InterruptedException {
		ThreadPoolExecutor pool = this.executor.getThreadPoolExecutor();
		pool.submit(() -> this.released.await(5, TimeUnit.MINUTES));
		CountDownLatch done = new CountDownLatch(1);
		pool.getRejectedExecutionHandler().rejectedExecution(done::countDown, pool);
		assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
	}

	/** As with a thread that was counted, and ends when the task is in the queue. */
	@Test
	void aThreadThatEndsLeavesNoTaskThatWaitsToThoseThatAreBusy() throws InterruptedException {
		ThreadPoolExecutor pool = this.executor.getThreadPoolExecutor();
		pool.submit(() -> this.released.await(5, TimeUnit.MINUTES));
		CountDownLatch done = new CountDownLatch(1);
		pool.getQueue().put(done::countDown);
		this.executor.createThread(() -> {
		}).start();
		assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void nothingIsTakenAfterTheEnd() {
		this.executor.shutdown();
		assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> this.executor.execute(() -> {
		}));
	}

	private int idleThreads() {
		return ((IdleThreadsFirstQueue) this.executor.getThreadPoolExecutor().getQueue()).idle();
	}

}
