package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.DispatchStatistics;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.HandlerObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link HandlerObserver} and {@link DispatchStatistics#handlers()}.
 */
@ExtendWith(OutputCaptureExtension.class)
class HandlerObserverTests {

	private static final ShardId SHARD = TestEvents.SHARD;

	private final ExecutorService pool = Executors.newFixedThreadPool(2);

	private final EventDispatcher dispatcher = new EventDispatcher(new TestEvents(), this.pool, DispatchOrdering.GUILD,
			100, (error, envelope, handler) -> {
			});

	private final List<String> observed = new CopyOnWriteArrayList<>();

	@AfterEach
	void stopPool() {
		this.pool.shutdownNow();
	}

	private void dispatch(int count) {
		for (int i = 1; i <= count; i++) {
			this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, i), false, TestEvents.UNTRACKED);
		}
	}

	private void drain() {
		this.dispatcher.drain().block(Duration.ofSeconds(60));
	}

	private void observe() {
		this.dispatcher.observeHandlers((handler, envelope, nanos, error) -> {
			assertThat(nanos).isNotNegative();
			this.observed
				.add(handler.id() + " " + envelope.sequence() + " " + ((error != null) ? error.getMessage() : "ok"));
		});
	}

	@Test
	void tellsEachCallOfEachHandlerWithWhatItEndedWith() {
		observe();
		this.dispatcher.setHandlers(List.of(new AsyncHandler("plain", (envelope) -> null),
				new AsyncHandler("completes", (envelope) -> Mono.empty()), new AsyncHandler("throws", (envelope) -> {
					throw new IllegalStateException("thrown");
				}), new AsyncHandler("signals", (envelope) -> Mono.error(new IllegalStateException("signalled")))));
		dispatch(2);
		drain();
		assertThat(this.observed).containsExactlyInAnyOrder("plain 1 ok", "completes 1 ok", "throws 1 thrown",
				"signals 1 signalled", "plain 2 ok", "completes 2 ok", "throws 2 thrown", "signals 2 signalled");
	}

	@Test
	void tellsSeveralObserversOnceEach() {
		HandlerObserver twice = (handler, envelope, nanos, error) -> this.observed.add("twice " + envelope.sequence());
		this.dispatcher.observeHandlers(twice);
		this.dispatcher.observeHandlers(twice);
		observe();
		this.dispatcher.setHandlers(List.of(new AsyncHandler("plain", (envelope) -> null)));
		dispatch(1);
		drain();
		assertThat(this.observed).containsExactlyInAnyOrder("twice 1", "plain 1 ok");
	}

	@Test
	void anObserverThatFailsIsLoggedAndHarmsNothing(CapturedOutput output) {
		this.dispatcher.observeHandlers((handler, envelope, nanos, error) -> {
			throw new AssertionError("bad observer");
		});
		this.dispatcher.setHandlers(List.of(new AsyncHandler("plain", (envelope) -> null)));
		dispatch(1);
		drain();
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE").failed()).isZero();
		assertThat(output).contains("bad observer");
	}

	@Test
	void countsCallsFailuresAndTimesOfEachHandler() {
		Instant before = Instant.now();
		this.dispatcher.setHandlers(
				List.of(new AsyncHandler("good", (envelope) -> Mono.empty()), new AsyncHandler("bad", (envelope) -> {
					if (envelope.sequence() == 2) {
						throw new StackOverflowError("on purpose");
					}
					return null;
				})));
		dispatch(3);
		drain();
		assertThat(this.dispatcher.statistics().handlers()).containsOnlyKeys("good", "bad");
		DispatchStatistics.HandlerCounts good = this.dispatcher.statistics().handlers().get("good");
		assertThat(good.calls()).isEqualTo(3);
		assertThat(good.failed()).isZero();
		assertThat(good.running()).isZero();
		assertThat(good.lastFailed()).isNull();
		assertThat(good.maxTime()).isPositive().isLessThanOrEqualTo(good.totalTime());
		DispatchStatistics.HandlerCounts bad = this.dispatcher.statistics().handlers().get("bad");
		assertThat(bad.calls()).isEqualTo(3);
		assertThat(bad.failed()).isEqualTo(1);
		assertThat(bad.lastFailed()).isBetween(before, Instant.now());
	}

	@Test
	void showsWhatIsRunning() {
		CountDownLatch release = new CountDownLatch(1);
		RecordingHandler blocking = RecordingHandler.doing((envelope) -> release.await(), EventForm.HEADER,
				"MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(blocking));
		dispatch(2);
		await().atMost(Duration.ofSeconds(60)).until(() -> blocking.events.size() == 1);
		assertThat(this.dispatcher.statistics().handlers().get(blocking.id()).running()).isEqualTo(1);
		assertThat(this.dispatcher.statistics().lanes()).isEqualTo(1);
		release.countDown();
		drain();
		await().atMost(Duration.ofSeconds(60))
			.until(() -> this.dispatcher.statistics().handlers().get(blocking.id()).running() == 0);
	}

	@Test
	void aHandlerThatIsReplacedGoesOnCountingAndOneThatIsRemovedIsForgotten() {
		this.dispatcher.setHandlers(
				List.of(new AsyncHandler("stays", (envelope) -> null), new AsyncHandler("goes", (envelope) -> null)));
		dispatch(1);
		drain();
		this.dispatcher.setHandlers(List.of(new AsyncHandler("stays", (envelope) -> Mono.empty())));
		dispatch(1);
		drain();
		assertThat(this.dispatcher.statistics().handlers()).containsOnlyKeys("stays");
		assertThat(this.dispatcher.statistics().handlers().get("stays").calls()).isEqualTo(2);
	}

	@Test
	void countsThePausesOfAShard() {
		assertThat(this.dispatcher.statistics().pauses(SHARD)).isZero();
		assertThat(this.dispatcher.statistics().paused(SHARD)).isFalse();
		CountDownLatch release = new CountDownLatch(1);
		this.dispatcher.setHandlers(
				List.of(RecordingHandler.doing((envelope) -> release.await(), EventForm.HEADER, "MESSAGE_CREATE")));
		dispatch(150);
		assertThat(this.dispatcher.statistics().pauses(SHARD)).isEqualTo(1);
		assertThat(this.dispatcher.statistics().paused(SHARD)).isTrue();
		release.countDown();
		drain();
		assertThat(this.dispatcher.statistics().paused(SHARD)).isFalse();
		assertThat(this.dispatcher.statistics().pauses(SHARD)).isEqualTo(1);
	}

}
