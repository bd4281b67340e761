package io.github.discordgateway.identify;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.session.FileSessionStore;
import io.github.discordgateway.session.StartHistory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link InMemoryIdentifyQueue}, in virtual time: the day's budget, what
 * Discord says of it meanwhile, and starts that are too many.
 */
@ExtendWith(OutputCaptureExtension.class)
class InMemoryIdentifyQueueBudgetTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration DAY = Duration.ofDays(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final AtomicInteger requests = new AtomicInteger();

	private Mono<SessionStartLimit> answer = Mono.empty();

	private StartHistory history = StartHistory.ofThisProcess();

	private InMemoryIdentifyQueue queue = queue();

	private final Map<Integer, IdentifyPermit> granted = new LinkedHashMap<>();

	private int shards = 4;

	private InMemoryIdentifyQueue queue() {
		return new InMemoryIdentifyQueue(this.time, InMemoryIdentifyQueue.DEFAULT_WINDOW, IdentifyReserve.of("5%"),
				this.history, () -> {
					this.requests.incrementAndGet();
					return this.answer;
				}, () -> this.time.now(TimeUnit.NANOSECONDS), this::now);
	}

	private Disposable acquire(int shard) {
		return this.queue.acquire(new ShardId(shard, this.shards))
			.subscribe((permit) -> this.granted.put(shard, permit));
	}

	private static SessionStartLimit limit(int remaining, Duration resetAfter) {
		return new SessionStartLimit(1000, remaining, resetAfter, 1);
	}

	private void pass(Duration duration) {
		this.time.advanceTimeBy(duration);
	}

	@Test
	@DisplayName("C52 the reserve is never spent: who would, waits for the reset")
	void theReserveIsNeverSpent(CapturedOutput output) {
		this.queue.update(limit(51, HOUR));
		acquire(0);
		acquire(1);
		this.granted.get(0).spent();
		pass(HOUR.minusMillis(1));
		assertThat(this.granted).containsOnlyKeys(0);
		assertThat(output).contains("The day's budget of 1000 identifies is spent, but for a reserve of 50")
			.contains("shard 1/4 waits 3600s");
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "is spent")).as("reported once").isOne();
		pass(Duration.ofMillis(1));
		assertThat(this.granted).containsOnlyKeys(0, 1);
	}

	@Test
	@DisplayName("C52 a spent budget is reported once, however often Discord is asked")
	void aSpentBudgetIsReportedOnce(CapturedOutput output) {
		this.answer = Mono.fromSupplier(() -> limit(50, HOUR));
		this.queue.update(limit(50, HOUR));
		acquire(0);
		pass(MINUTE.multipliedBy(10));
		assertThat(this.requests).hasValue(10);
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "is spent")).isOne();
	}

	@Test
	@DisplayName("C52 figures that Discord has not told are marked as such")
	void figuresThatNobodyReportedAreMarked() {
		assertThat(this.queue.budget().reported()).isFalse();
		this.queue.update(limit(500, HOUR));
		assertThat(this.queue.budget().reported()).isTrue();
		pass(HOUR);
		assertThat(this.queue.budget().reported()).isTrue();
	}

	@Test
	@DisplayName("C52 what is left, and who waits, can be seen")
	void theBudgetCanBeSeen() {
		this.queue.update(limit(500, HOUR));
		assertThat(this.queue.budget())
			.isEqualTo(new IdentifyBudget(1000, 500, 50, HOUR, 0, Duration.ZERO, Duration.ZERO));
		acquire(0);
		acquire(1);
		pass(Duration.ofSeconds(2));
		Disposable cancelled = acquire(2);
		pass(Duration.ofSeconds(1));
		assertThat(this.queue.budget()).isEqualTo(
				new IdentifyBudget(1000, 500, 50, HOUR.minusSeconds(3), 2, Duration.ofSeconds(3), Duration.ZERO));
		cancelled.dispose();
		this.granted.get(0).spent();
		assertThat(this.queue.budget()).isEqualTo(
				new IdentifyBudget(1000, 499, 50, HOUR.minusSeconds(3), 1, Duration.ofSeconds(3), Duration.ZERO));
		assertThat(this.queue.budget().isSpent()).isFalse();
		this.queue.update(limit(50, HOUR));
		assertThat(this.queue.budget().isSpent()).isTrue();
		pass(HOUR);
		assertThat(this.queue.budget().remaining()).isEqualTo(1000);
		assertThat(this.queue.budget().resetIn()).isEqualTo(DAY);
	}

	@Test
	@DisplayName("C52 fresh figures are asked for when the budget is low, and apply at once")
	void asksWhenTheBudgetIsLow() {
		this.answer = Mono.just(limit(900, HOUR));
		this.queue.update(limit(50 + 3, DAY));
		acquire(0);
		assertThat(this.requests).as("the figures are fresh").hasValue(0);
		pass(MINUTE);
		this.granted.get(0).spent();
		assertThat(this.requests).hasValue(1);
		assertThat(this.queue.budget().remaining()).isEqualTo(900);
		assertThat(this.queue.budget().resetIn()).isEqualTo(HOUR);
	}

	@Test
	void doesNotAskWhileThereIsEnough() {
		this.queue.update(limit(50 + 4, DAY));
		acquire(0);
		pass(MINUTE.multipliedBy(10));
		this.granted.get(0).spent();
		assertThat(this.requests).as("three left for one shard").hasValue(0);
		acquire(1);
		pass(MINUTE);
		assertThat(this.requests).as("two left for two shards").hasValueGreaterThan(0);
	}

	@Test
	@DisplayName("C52 whoever waits is let in as soon as Discord says that he may")
	void asksEachMinuteWhileSomebodyWaits() {
		this.answer = Mono.fromSupplier(() -> limit((this.requests.get() < 3) ? 50 : 60, DAY));
		this.queue.update(limit(50, DAY));
		acquire(0);
		pass(MINUTE.minusMillis(1));
		assertThat(this.requests).hasValue(0);
		pass(Duration.ofMillis(1));
		assertThat(this.requests).hasValue(1);
		pass(MINUTE.multipliedBy(2).minusMillis(1));
		assertThat(this.granted).isEmpty();
		pass(Duration.ofMillis(1));
		assertThat(this.granted).containsOnlyKeys(0);
		this.granted.get(0).spent();
		pass(HOUR);
		assertThat(this.requests).as("nobody waits any more").hasValue(3);
	}

	@Test
	void asksOneAtATime() {
		Sinks.One<SessionStartLimit> slow = Sinks.one();
		this.answer = slow.asMono();
		this.queue.update(limit(50, DAY));
		acquire(0);
		pass(HOUR);
		acquire(1);
		assertThat(this.requests).hasValue(1);
		slow.tryEmitValue(limit(51, DAY));
		assertThat(this.granted).containsOnlyKeys(0);
	}

	@Test
	void asksNoMoreOnceItIsClosed() {
		this.queue.update(limit(50, DAY));
		acquire(0).dispose();
		this.queue.close();
		StepVerifier.create(this.queue.acquire(new ShardId(1, this.shards))).verifyError(IllegalStateException.class);
		pass(HOUR);
		assertThat(this.requests).as("the minute is over").hasValue(0);
	}

	@Test
	void aRequestThatIsUnderWayEndsWhenItIsClosed() {
		Sinks.One<SessionStartLimit> slow = Sinks.one();
		this.answer = slow.asMono();
		this.queue.update(limit(50, DAY));
		StepVerifier waiting = StepVerifier.create(this.queue.acquire(new ShardId(0, this.shards)))
			.expectError(IllegalStateException.class)
			.verifyLater();
		pass(MINUTE);
		assertThat(slow.currentSubscriberCount()).isOne();
		this.queue.close();
		assertThat(slow.currentSubscriberCount()).isZero();
		waiting.verify(PATIENCE);
	}

	@Test
	void aRequestThatFailsIsRepeated(CapturedOutput output) {
		this.answer = Mono.error(new IllegalStateException("401 UNAUTHORIZED"));
		this.queue.update(limit(50, DAY));
		acquire(0);
		pass(MINUTE.multipliedBy(3));
		assertThat(this.requests).hasValue(3);
		assertThat(output).contains("How many identifies are left cannot be asked: 401 UNAUTHORIZED");
	}

	@Test
	@DisplayName("C52 after the reset nobody waits for Discord to confirm it, but it is asked")
	void asksAfterTheReset() {
		this.answer = Mono.just(limit(999, DAY.minusSeconds(7)));
		this.queue.update(limit(500, HOUR));
		pass(HOUR);
		acquire(0);
		assertThat(this.granted).containsOnlyKeys(0);
		assertThat(this.requests).hasValue(1);
		assertThat(this.queue.budget().resetIn()).isEqualTo(DAY.minusSeconds(7));
	}

	/**
	 * A new process, with identifies in such numbers that only the count of starts
	 * matters.
	 */
	private void restart() {
		pass(MINUTE);
		this.granted.clear();
		this.queue = queue();
		this.queue.update(new SessionStartLimit(100_000, 100_000, DAY, 1));
	}

	@Test
	@DisplayName("C52 the fourth start within an hour that identifies waits a minute, the fifth two")
	void startsThatAreTooManyWait(CapturedOutput output) {
		for (int start = 1; start <= 3; start++) {
			restart();
			acquire(0);
			this.granted.get(0).spent();
		}
		assertThat(output).doesNotContain("crash loop");
		restart();
		assertHeldBack(MINUTE);
		assertThat(output).contains("The bot was started 4 times within 3600s").contains("It identifies in 60s");
		restart();
		assertHeldBack(MINUTE.multipliedBy(2));
		assertThat(output).contains("The bot was started 5 times within 3600s").contains("It identifies in 120s");
	}

	private void assertHeldBack(Duration pause) {
		acquire(0);
		acquire(1);
		assertThat(this.queue.budget().heldBack()).isEqualTo(pause);
		pass(pause.minusMillis(1));
		assertThat(this.granted).isEmpty();
		assertThat(this.queue.budget().heldBack()).isEqualTo(Duration.ofMillis(1));
		assertThat(this.queue.budget().waiting()).isEqualTo(2);
		pass(Duration.ofMillis(1));
		assertThat(this.granted).containsOnlyKeys(0);
		assertThat(this.queue.budget().heldBack()).isZero();
		this.granted.get(0).spent();
	}

	@Test
	@DisplayName("C75 a start that ends in good order is no crash, a fourth one that does not is braked")
	void cleanRestartsAreNotBraked(CapturedOutput output) {
		for (int start = 1; start <= 10; start++) {
			restart();
			acquire(0);
			this.granted.get(0).spent();
			this.queue.close();
		}
		assertThat(output).doesNotContain("crash loop");
		for (int start = 1; start <= 3; start++) {
			restart();
			acquire(0);
			this.granted.get(0).spent();
		}
		restart();
		assertHeldBack(MINUTE);
	}

	@Test
	@DisplayName("C75 a process that is killed after clean restarts counts, and only it")
	void aKilledProcessCounts() {
		for (int start = 1; start <= 5; start++) {
			restart();
			acquire(0);
			this.granted.get(0).spent();
			if (start % 2 == 0) {
				this.queue.close();
			}
		}
		assertThat(this.history.loadStarts().block(PATIENCE)).hasSize(3);
		restart();
		assertHeldBack(MINUTE);
	}

	@Test
	@DisplayName("C75 an IDENTIFY that is sent after the stop does not count either")
	void nothingIsRememberedAfterTheStop() {
		restart();
		acquire(0);
		this.queue.close();
		this.granted.get(0).spent();
		assertThat(this.history.loadStarts().block(PATIENCE)).isEmpty();
	}

	@Test
	@DisplayName("C52 a start that resumes all sessions, or ends while it waits, does not count")
	void onlyStartsThatIdentifyCount() {
		for (int start = 1; start <= 10; start++) {
			restart();
			acquire(0);
			this.granted.get(0).giveBack();
		}
		restart();
		acquire(0);
		assertThat(this.granted).containsOnlyKeys(0);
	}

	@Test
	void identifiesOfOneStartCountOnce() {
		restart();
		IntStream.range(0, 4).forEach((shard) -> {
			acquire(shard);
			this.granted.get(shard).spent();
			pass(Duration.ofSeconds(5));
		});
		assertThat(this.history.loadStarts().block(PATIENCE)).hasSize(1);
	}

	@Test
	void theHistoryOutlivesTheProcess(@TempDir Path directory, CapturedOutput output) {
		try (FileSessionStore earlier = new FileSessionStore(directory)) {
			IntStream.range(0, 3).forEach((start) -> earlier.addStart(now().plusMillis(start)).block(PATIENCE));
		}
		try (FileSessionStore store = new FileSessionStore(directory)) {
			this.history = store;
			restart();
			acquire(0);
			await().until(() -> !this.queue.budget().heldBack().isZero());
			assertThat(this.granted).isEmpty();
			assertThat(output).contains("as in a crash loop")
				.contains("delete " + directory.resolve("identifying-starts") + " and restart");
		}
	}

	private Instant now() {
		return Instant.ofEpochMilli(this.time.now(TimeUnit.MILLISECONDS));
	}

}
