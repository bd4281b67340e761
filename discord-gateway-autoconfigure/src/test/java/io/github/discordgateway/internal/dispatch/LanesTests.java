package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Lanes} and {@link HandlerThreads}.
 */
@ExtendWith(OutputCaptureExtension.class)
class LanesTests {

	private final ExecutorService pool = Executors.newFixedThreadPool(4);

	private HandlerThreads threads;

	@AfterEach
	void stopPool() {
		this.pool.shutdownNow();
	}

	@Test
	void keepsTheOrderOfEachKeyWhenManyThreadsSubmitToManyKeys() throws Exception {
		Lanes lanes = lanes(this.pool);
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
							submit(lanes, key, new Record(seen, key, number, done));
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
		Lanes lanes = lanes(this.pool);
		int tasks = 5000;
		CountDownLatch done = new CountDownLatch(tasks);
		int[] unguarded = { 0 };
		for (int i = 0; i < tasks; i++) {
			submit(lanes, "key", task(() -> {
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
		Lanes lanes = lanes(this.pool);
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch others = new CountDownLatch(100);
		List<String> blocked = new CopyOnWriteArrayList<>();
		submit(lanes, "blocked", task(() -> awaitQuietly(release)));
		submit(lanes, "blocked", task(() -> blocked.add("second")));
		for (int i = 0; i < 100; i++) {
			submit(lanes, i, task(others::countDown));
		}
		assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(blocked).isEmpty();
		release.countDown();
		await().untilAsserted(() -> assertThat(blocked).containsExactly("second"));
	}

	@Test
	void longLaneLetsOthersHaveTheirTurnAfterABatch() {
		Queue<Runnable> single = new ArrayDeque<>();
		Lanes lanes = lanes(single::add);
		List<String> ran = new ArrayList<>();
		for (int i = 0; i < Lanes.BATCH + 1; i++) {
			submit(lanes, "long", task(() -> ran.add("long")));
		}
		submit(lanes, "short", task(() -> ran.add("short")));
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
		Lanes lanes = lanes(this.pool);
		CountDownLatch together = new CountDownLatch(4);
		CountDownLatch done = new CountDownLatch(4);
		for (int i = 0; i < 4; i++) {
			submit(lanes, null, task(() -> {
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
		Lanes lanes = lanes(single::add);
		List<String> ran = new ArrayList<>();
		submit(lanes, "key", task(() -> {
			throw new InternalError("on purpose");
		}));
		submit(lanes, "key", task(() -> ran.add("second")));
		assertThatExceptionOfType(InternalError.class).isThrownBy(() -> single.remove().run());
		single.remove().run();
		assertThat(ran).containsExactly("second");
	}

	@Test
	void executorThatRejectsLosesNeitherTasksNorTheirOrder(CapturedOutput output) throws Exception {
		this.pool.shutdown();
		Lanes lanes = lanes(this.pool);
		int tasks = 3 * Lanes.BATCH + 1;
		List<Integer> ran = new CopyOnWriteArrayList<>();
		List<Thread> threads = new CopyOnWriteArrayList<>();
		CountDownLatch start = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(tasks);
		for (int i = 0; i < tasks; i++) {
			int number = i;
			submit(lanes, "key", task(() -> {
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

	@ParameterizedTest
	@ValueSource(classes = { RejectedExecutionException.class, IllegalStateException.class, LinkageError.class,
			OutOfMemoryError.class })
	void goesBackToAnExecutorThatTakesTasksAgain(Class<? extends Throwable> failure) throws Exception {
		AtomicBoolean full = new AtomicBoolean(true);
		CountDownLatch taken = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(2);
		Map<String, String> threads = new ConcurrentHashMap<>();
		Lanes lanes = lanes((task) -> {
			if (full.getAndSet(false)) {
				throwOf(failure);
			}
			this.pool.execute(task);
		});
		submit(lanes, "rejected", task(() -> {
			threads.put("rejected", Thread.currentThread().getName());
			awaitQuietly(taken);
			done.countDown();
		}));
		await().until(() -> threads.containsKey("rejected"));
		submit(lanes, "taken", task(() -> {
			threads.put("taken", Thread.currentThread().getName());
			taken.countDown();
			done.countDown();
		}));
		assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(threads).containsEntry("rejected", "discord-gateway-overflow")
			.hasEntrySatisfying("taken", (name) -> assertThat(name).startsWith("pool-"));
	}

	private static void throwOf(Class<? extends Throwable> failure) {
		Throwable thrown = BeanUtils.instantiateClass(failure);
		if (thrown instanceof Error error) {
			throw error;
		}
		throw (RuntimeException) thrown;
	}

	@Test
	void whatCameTogetherCallsOneThreadWhichCallsOneMore() {
		Queue<Runnable> visits = new ArrayDeque<>();
		Lanes lanes = lanes(visits::add);
		List<Integer> ran = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			int number = i;
			lanes.submit(i, task(() -> ran.add(number)));
			assertThat(visits).isEmpty();
		}
		this.threads.call();
		this.threads.call();
		assertThat(visits).hasSize(1);
		visits.remove().run();
		assertThat(ran).hasSize(10).isSorted();
		assertThat(visits).as("called in case that one of them blocks").hasSize(1);
		visits.remove().run();
		this.threads.call();
		assertThat(visits).isEmpty();
	}

	@Test
	@DisplayName("C50 of lanes that came together none stands behind one that blocks, as long as there are threads")
	void cameTogetherWithBlockedLanes() throws Exception {
		Lanes lanes = lanes(this.pool);
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch others = new CountDownLatch(100);
		for (int i = 0; i < 100; i++) {
			if (i % 40 == 0) {
				lanes.submit("blocked " + i, task(() -> awaitQuietly(release)));
			}
			lanes.submit(i, task(others::countDown));
		}
		this.threads.call();
		assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
		release.countDown();
	}

	@Test
	void quickTasksThatCameTogetherAreDoneByOneThreadAsLongAsSomeoneLooksAgain() {
		Queue<Runnable> visits = new ArrayDeque<>();
		AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
		Lanes lanes = lanes(visits::add, nanos::get);
		List<Integer> ran = new ArrayList<>();
		assertThat(submitTogether(lanes, 2, ran)).as("not known to be quick").isZero();
		visits.remove().run();
		visits.remove().run();
		assertThat(submitTogether(lanes, 1, ran)).as("a single one").isZero();
		visits.remove().run();
		for (int i = 0; i < 3; i++) {
			Duration look = submitTogether(lanes, 100, ran);
			assertThat(look).isPositive();
			visits.remove().run();
			assertThat(visits).isEmpty();
			nanos.addAndGet(look.toNanos());
			assertThat(this.threads.callAndWatch()).as("nothing was left").isZero();
		}
		assertThat(ran).hasSize(303);
		assertThat(visits).isEmpty();
	}

	@Test
	@DisplayName("C50 whoever looks again finds what stands behind a task that blocks, and each further thread calls one more")
	void lookFindsWhatStandsBehindATaskThatBlocks() {
		Queue<Runnable> visits = new ArrayDeque<>();
		AtomicLong nanos = new AtomicLong();
		Lanes lanes = lanes(visits::add, nanos::get);
		List<Integer> ran = new ArrayList<>();
		submitTogether(lanes, 2, ran);
		visits.remove().run();
		visits.remove().run();
		lanes.submit("blocked", task(() -> {
			assertThat(visits).as("it is thought to be quick").isEmpty();
			nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
			assertThat(this.threads.callAndWatch()).as("tasks that block are not watched").isZero();
			visits.remove().run();
			assertThat(visits).as("one more is called").hasSize(1);
			assertThat(ran).as("all others").hasSize(12);
		}));
		assertThat(submitTogether(lanes, 10, ran)).isEqualTo(Duration.ofMillis(1));
		visits.remove().run();
		assertThat(submitTogether(lanes, 2, ran)).as("quick no more").isZero();
	}

	@Test
	void whoeverIsLateToLookIsNotReliedOn() {
		Queue<Runnable> visits = new ArrayDeque<>();
		AtomicLong nanos = new AtomicLong();
		Lanes lanes = lanes(visits::add, nanos::get);
		List<Integer> ran = new ArrayList<>();
		submitTogether(lanes, 2, ran);
		visits.remove().run();
		visits.remove().run();
		Duration look = submitTogether(lanes, 2, ran);
		nanos.addAndGet(look.toNanos());
		visits.remove().run();
		assertThat(visits).as("called in case that one of them blocks").hasSize(1);
	}

	private Duration submitTogether(Lanes lanes, int tasks, List<Integer> ran) {
		for (int i = 0; i < tasks; i++) {
			int number = i;
			lanes.submit(i, task(() -> ran.add(number)));
		}
		return this.threads.callAndWatch();
	}

	@Test
	void startsNoTaskAfterClose() {
		Queue<Runnable> single = new ArrayDeque<>();
		Lanes lanes = lanes(single::add);
		List<String> ran = new ArrayList<>();
		submit(lanes, "key", task(() -> {
			ran.add("first");
			lanes.close();
		}));
		submit(lanes, "key", task(() -> ran.add("second")));
		submit(lanes, null, task(() -> ran.add("without a key")));
		Runnable next;
		while ((next = single.poll()) != null) {
			next.run();
		}
		assertThat(ran).containsExactly("first");
	}

	@Test
	void taskThatWaitsHoldsItsLaneAndIsRunAgainOnceItIsReleased() {
		Queue<Runnable> single = new ArrayDeque<>();
		Lanes lanes = lanes(single::add);
		List<String> ran = new ArrayList<>();
		WaitingTask waiting = new WaitingTask(ran);
		submit(lanes, "key", waiting);
		submit(lanes, "key", task(() -> ran.add("second")));
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
		Lanes lanes = lanes(single::add);
		List<String> ran = new ArrayList<>();
		WaitingTask inLane = new WaitingTask(ran);
		WaitingTask withoutKey = new WaitingTask(ran);
		submit(lanes, "key", inLane);
		submit(lanes, null, withoutKey);
		single.remove().run();
		submit(lanes, "other", task(() -> ran.add("not begun")));
		lanes.close();
		assertThat(inLane.cancelled).isTrue();
		assertThat(withoutKey.cancelled).isTrue();
		inLane.release();
		single.forEach(Runnable::run);
		assertThat(ran).containsExactly("begins", "begins");
	}

	private Lanes lanes(Executor executor) {
		return lanes(executor, System::nanoTime);
	}

	private Lanes lanes(Executor executor, LongSupplier nanoTime) {
		this.threads = new HandlerThreads(executor, nanoTime);
		return new Lanes(this.threads);
	}

	private void submit(Lanes lanes, @Nullable Object key, LaneTask task) {
		lanes.submit(key, task);
		this.threads.call();
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
