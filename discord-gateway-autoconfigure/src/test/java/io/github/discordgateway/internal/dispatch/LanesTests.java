package io.github.discordgateway.internal.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Lanes} and {@link OverflowExecutor}.
 */
@ExtendWith(OutputCaptureExtension.class)
class LanesTests {

	private final ExecutorService pool = Executors.newFixedThreadPool(4);

	@AfterEach
	void stopPool() {
		this.pool.shutdownNow();
	}

	@Test
	void keepsTheOrderOfEachKeyWhenManyThreadsSubmitToManyKeys() throws Exception {
		Lanes lanes = new Lanes(new OverflowExecutor(this.pool));
		int keys = 40;
		int perKey = 500;
		Map<Integer, List<Integer>> seen = new ConcurrentHashMap<>();
		CountDownLatch done = new CountDownLatch(keys * perKey);
		ExecutorService submitters = Executors.newFixedThreadPool(4);
		try {
			for (int submitter = 0; submitter < 4; submitter++) {
				int own = submitter;
				submitters.execute(() -> {
					for (int number = 0; number < perKey; number++) {
						for (int key = own; key < keys; key += 4) {
							lanes.submit(key, new Record(seen, key, number, done));
						}
					}
				});
			}
			assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			submitters.shutdownNow();
		}
		List<Integer> inOrder = IntStream.range(0, perKey).boxed().toList();
		assertThat(seen).hasSize(keys).allSatisfy((key, numbers) -> assertThat(numbers).isEqualTo(inOrder));
		await().untilAsserted(() -> assertThat(lanes.size()).as("lanes that still use memory").isZero());
	}

	@Test
	void neverRunsTwoTasksOfOneKeyAtATime() throws Exception {
		Lanes lanes = new Lanes(new OverflowExecutor(this.pool));
		int tasks = 5000;
		CountDownLatch done = new CountDownLatch(tasks);
		int[] unguarded = { 0 };
		for (int i = 0; i < tasks; i++) {
			lanes.submit("key", task(() -> {
				int before = unguarded[0];
				Thread.yield();
				unguarded[0] = before + 1;
				done.countDown();
			}));
		}
		assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(unguarded[0]).isEqualTo(tasks);
	}

	@Test
	void blockedLaneHoldsUpNoOther() throws Exception {
		Lanes lanes = new Lanes(new OverflowExecutor(this.pool));
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch others = new CountDownLatch(100);
		List<String> blocked = new CopyOnWriteArrayList<>();
		lanes.submit("blocked", task(() -> awaitQuietly(release)));
		lanes.submit("blocked", task(() -> blocked.add("second")));
		for (int i = 0; i < 100; i++) {
			lanes.submit(i, task(others::countDown));
		}
		assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(blocked).isEmpty();
		release.countDown();
		await().untilAsserted(() -> assertThat(blocked).containsExactly("second"));
	}

	@Test
	void longLaneLetsOthersHaveTheirTurnAfterABatch() {
		Queue<Runnable> single = new ArrayDeque<>();
		Lanes lanes = new Lanes(new OverflowExecutor(single::add));
		List<String> ran = new ArrayList<>();
		for (int i = 0; i < Lanes.BATCH + 1; i++) {
			lanes.submit("long", task(() -> ran.add("long")));
		}
		lanes.submit("short", task(() -> ran.add("short")));
		Runnable next;
		while ((next = single.poll()) != null) {
			next.run();
		}
		assertThat(ran).hasSize(Lanes.BATCH + 2);
		assertThat(ran.indexOf("short")).isEqualTo(Lanes.BATCH);
		assertThat(lanes.size()).isZero();
	}

	@Test
	void withoutAKeyTasksRunAtOnceInParallel() throws Exception {
		Lanes lanes = new Lanes(new OverflowExecutor(this.pool));
		CountDownLatch together = new CountDownLatch(4);
		CountDownLatch done = new CountDownLatch(4);
		for (int i = 0; i < 4; i++) {
			lanes.submit(null, task(() -> {
				together.countDown();
				awaitQuietly(together);
				done.countDown();
			}));
		}
		assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void errorOfTheJvmReachesTheThreadButDoesNotStopTheLane() {
		Queue<Runnable> single = new ArrayDeque<>();
		Lanes lanes = new Lanes(new OverflowExecutor(single::add));
		List<String> ran = new ArrayList<>();
		lanes.submit("key", task(() -> {
			throw new InternalError("on purpose");
		}));
		lanes.submit("key", task(() -> ran.add("second")));
		assertThatExceptionOfType(InternalError.class).isThrownBy(() -> single.remove().run());
		single.remove().run();
		assertThat(ran).containsExactly("second");
	}

	@Test
	void executorThatRejectsLosesNeitherTasksNorTheirOrder(CapturedOutput output) throws Exception {
		this.pool.shutdown();
		Lanes lanes = new Lanes(new OverflowExecutor(this.pool));
		int tasks = 3 * Lanes.BATCH + 1;
		List<Integer> ran = new CopyOnWriteArrayList<>();
		List<Thread> threads = new CopyOnWriteArrayList<>();
		CountDownLatch start = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(tasks);
		for (int i = 0; i < tasks; i++) {
			int number = i;
			lanes.submit("key", task(() -> {
				awaitQuietly(start);
				ran.add(number);
				threads.add(Thread.currentThread());
				done.countDown();
			}));
		}
		start.countDown();
		assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(ran).isSorted().hasSize(tasks);
		assertThat(threads).doesNotContain(Thread.currentThread());
		assertThat(output).containsOnlyOnce("takes no more events");
		await().untilAsserted(() -> assertThat(lanes.size()).isZero());
	}

	@Test
	void goesBackToAnExecutorThatTakesTasksAgain() throws Exception {
		boolean[] full = { true };
		List<Thread> threads = new CopyOnWriteArrayList<>();
		CountDownLatch done = new CountDownLatch(2);
		Lanes lanes = new Lanes(new OverflowExecutor((task) -> {
			if (full[0]) {
				full[0] = false;
				throw new RejectedExecutionException("full");
			}
			this.pool.execute(task);
		}));
		for (String key : List.of("rejected", "taken")) {
			lanes.submit(key, task(() -> {
				threads.add(Thread.currentThread());
				done.countDown();
			}));
		}
		assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(threads).extracting(Thread::getName)
			.satisfiesExactlyInAnyOrder((name) -> assertThat(name).isEqualTo("discord-gateway-overflow"),
					(name) -> assertThat(name).startsWith("pool-"));
	}

	@Test
	void startsNoTaskAfterClose() {
		Queue<Runnable> single = new ArrayDeque<>();
		Lanes lanes = new Lanes(new OverflowExecutor(single::add));
		List<String> ran = new ArrayList<>();
		lanes.submit("key", task(() -> {
			ran.add("first");
			lanes.close();
		}));
		lanes.submit("key", task(() -> ran.add("second")));
		lanes.submit(null, task(() -> ran.add("without a key")));
		Runnable next;
		while ((next = single.poll()) != null) {
			next.run();
		}
		assertThat(ran).containsExactly("first");
	}

	@Test
	void taskThatWaitsHoldsItsLaneAndIsRunAgainOnceItIsReleased() {
		Queue<Runnable> single = new ArrayDeque<>();
		Lanes lanes = new Lanes(new OverflowExecutor(single::add));
		List<String> ran = new ArrayList<>();
		WaitingTask waiting = new WaitingTask(ran);
		lanes.submit("key", waiting);
		lanes.submit("key", task(() -> ran.add("second")));
		single.remove().run();
		assertThat(ran).containsExactly("begins");
		assertThat(single).as("nothing to be run").isEmpty();
		assertThat(lanes.size()).isEqualTo(1);
		waiting.release();
		single.remove().run();
		assertThat(ran).containsExactly("begins", "goes on", "second");
		assertThat(lanes.size()).isZero();
	}

	@Test
	void closingCancelsTheTasksThatWait() {
		Queue<Runnable> single = new ArrayDeque<>();
		Lanes lanes = new Lanes(new OverflowExecutor(single::add));
		List<String> ran = new ArrayList<>();
		WaitingTask inLane = new WaitingTask(ran);
		WaitingTask withoutKey = new WaitingTask(ran);
		lanes.submit("key", inLane);
		lanes.submit(null, withoutKey);
		lanes.submit("other", task(() -> ran.add("not begun")));
		single.remove().run();
		single.remove().run();
		lanes.close();
		assertThat(inLane.cancelled).isTrue();
		assertThat(withoutKey.cancelled).isTrue();
		inLane.release();
		single.forEach(Runnable::run);
		assertThat(ran).containsExactly("begins", "begins");
	}

	private static LaneTask task(Runnable action) {
		return new LaneTask() {

			@Override
			Progress run(Hold hold) {
				action.run();
				return Progress.OVER;
			}

			@Override
			void cancel() {
			}

		};
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Waits until it is released. */
	private static final class WaitingTask extends LaneTask {

		private final List<String> ran;

		private Hold hold;

		private boolean cancelled;

		WaitingTask(List<String> ran) {
			this.ran = ran;
		}

		void release() {
			this.hold.release();
		}

		@Override
		Progress run(Hold hold) {
			boolean again = this.hold != null;
			this.hold = hold;
			this.ran.add(again ? "goes on" : "begins");
			return again ? Progress.OVER : Progress.WAITING;
		}

		@Override
		void cancel() {
			this.cancelled = true;
		}

	}

	/** Appends its number to the list of its key, which only the lane guards. */
	private static final class Record extends LaneTask {

		private final Map<Integer, List<Integer>> seen;

		private final int key;

		private final int number;

		private final CountDownLatch done;

		Record(Map<Integer, List<Integer>> seen, int key, int number, CountDownLatch done) {
			this.seen = seen;
			this.key = key;
			this.number = number;
			this.done = done;
		}

		@Override
		Progress run(Hold hold) {
			this.seen.computeIfAbsent(this.key, (absent) -> new ArrayList<>()).add(this.number);
			this.done.countDown();
			return Progress.OVER;
		}

		@Override
		void cancel() {
		}

	}

}
