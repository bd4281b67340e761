package io.github.discordgateway.internal.dispatch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.discordgateway.ShardId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.test.StepVerifier;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceLoad}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SourceLoadTests {

	private final List<String> calls = new CopyOnWriteArrayList<>();

	private final PendingBudget budget = new PendingBudget();

	private SourceLoad load(ShardId shard, int maxPending) {
		return new SourceLoad(new StubSource(shard, this.calls::add), maxPending, this.budget);
	}

	@Test
	void pausesAtTheLimitAndResumesAtHalfOfIt(CapturedOutput output) {
		SourceLoad load = load(TestEvents.SHARD, 4);
		times(3, () -> load.started(false, 1));
		assertThat(this.calls).isEmpty();
		assertThat(load.isPaused()).isFalse();
		assertThat(load.pauses()).isZero();
		load.started(false, 1);
		assertThat(this.calls).containsExactly("pause 0/2");
		assertThat(load.isPaused()).isTrue();
		assertThat(load.pauses()).isOne();
		times(2, () -> load.started(false, 1));
		assertThat(load.pending()).isEqualTo(6);
		times(3, () -> load.finished(false, 1));
		assertThat(this.calls).containsExactly("pause 0/2");
		load.finished(false, 1);
		assertThat(this.calls).containsExactly("pause 0/2", "resume 0/2");
		assertThat(load.isPaused()).isFalse();
		assertThat(load.pauses()).isOne();
		times(2, () -> load.finished(false, 1));
		assertThat(this.calls).hasSize(2);
		assertThat(output).containsOnlyOnce("Shard 0/2 stops reading").containsOnlyOnce("Shard 0/2 reads on");
	}

	@Test
	void limitOfOnePausesAtEachEvent() {
		SourceLoad load = load(TestEvents.SHARD, 1);
		load.started(false, 1);
		load.finished(false, 1);
		load.started(false, 1);
		assertThat(this.calls).containsExactly("pause 0/2", "resume 0/2", "pause 0/2");
	}

	@Test
	void callsAlternateAndEndWithResumeUnderConcurrency() throws Exception {
		SourceLoad load = load(TestEvents.SHARD, 2);
		int rounds = 2_000;
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Future<?>> running = new CopyOnWriteArrayList<>();
			for (int i = 0; i < 4; i++) {
				running.add(threads.submit(() -> times(rounds, () -> {
					load.started(false, 1);
					load.finished(false, 1);
				})));
			}
			for (Future<?> future : running) {
				future.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(load.pending()).isZero();
		assertThat(this.calls.size()).isEven();
		for (int i = 0; i < this.calls.size(); i++) {
			assertThat(this.calls.get(i)).isEqualTo((i % 2 == 0) ? "pause 0/2" : "resume 0/2");
		}
		times(2, () -> load.started(false, 1));
		assertThat(this.calls.get(this.calls.size() - 1)).isEqualTo("pause 0/2");
	}

	@Test
	void eventsThatMayBeShedDoNotPauseButAreRefusedAtTheLimit(CapturedOutput output) {
		SourceLoad load = load(TestEvents.SHARD, 4);
		times(4, () -> load.started(true, 1));
		for (int episode = 1; episode <= 2; episode++) {
			assertThat(load.sheds()).isTrue();
			assertThat(load.sheds()).isTrue();
			load.finished(true, 1);
			assertThat(load.sheds()).as("one fewer").isFalse();
			load.started(true, 1);
			assertThat(load.sheds()).isTrue();
			assertThat(output.getOut().split("drops events that may be shed", -1)).hasSize(1 + episode);
			times(2, () -> load.finished(true, 1));
			assertThat(output.getOut().split("3 were dropped", -1)).hasSize(1 + episode);
			times(2, () -> load.started(true, 1));
		}
		assertThat(this.calls).isEmpty();
		CompletableFuture<Void> drained = load.drained().toFuture();
		load.started(false, 1);
		times(4, () -> load.finished(true, 1));
		assertThat(drained).isNotDone();
		load.finished(false, 1);
		assertThat(drained).isCompleted();
	}

	@Test
	void failingBackPressureFailsNoEvent(CapturedOutput output) {
		SourceLoad load = new SourceLoad(new StubSource(TestEvents.SHARD, (call) -> {
			throw new IllegalStateException("on purpose");
		}), 1, this.budget);
		load.started(false, 1);
		load.finished(false, 1);
		assertThat(load.pending()).isZero();
		assertThat(output).contains("could not be told to pause").contains("could not be told to resume");
	}

	@Test
	void drainedCompletesAtOnceWhenIdleAndElseWithTheLastEvent() {
		SourceLoad load = load(TestEvents.SHARD, 10);
		StepVerifier.create(load.drained()).verifyComplete();
		times(2, () -> load.started(false, 1));
		CompletableFuture<Void> drained = load.drained().toFuture();
		load.finished(false, 1);
		assertThat(drained).isNotDone();
		load.finished(false, 1);
		assertThat(drained).isCompleted();
		StepVerifier.create(load.drained()).verifyComplete();
	}

	private static void times(int count, Runnable action) {
		for (int i = 0; i < count; i++) {
			action.run();
		}
	}

}
