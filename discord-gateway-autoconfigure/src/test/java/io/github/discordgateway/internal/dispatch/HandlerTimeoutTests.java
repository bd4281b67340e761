package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import io.github.discordgateway.listener.GatewayErrorHandler;
import io.github.discordgateway.listener.HandlerTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link HandlerTimeout}, in virtual time.
 */
@ExtendWith(OutputCaptureExtension.class)
class HandlerTimeoutTests {

	private static final ShardId SHARD = TestEvents.SHARD;

	private static final Duration LIMIT = Duration.ofMinutes(15);

	private static final Duration LATEST = LIMIT.plus(LIMIT.dividedBy(8)).plusNanos(1);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final ExecutorService pool = Executors.newFixedThreadPool(1, (task) -> new Thread(task, "only-listener"));

	private final List<String> calls = new CopyOnWriteArrayList<>();

	private final List<Throwable> errors = new CopyOnWriteArrayList<>();

	private final AtomicInteger acknowledged = new AtomicInteger();

	private final CountDownLatch release = new CountDownLatch(1);

	private GatewayErrorHandler errorHandler = (error, envelope, handler) -> this.errors.add(error);

	private final EventDispatcher dispatcher = new EventDispatcher(new TestEvents(), this.pool, DispatchOrdering.GUILD,
			1000, (error, envelope, handler) -> this.errorHandler.handleError(error, envelope, handler));

	@AfterEach
	void stop() {
		this.release.countDown();
		this.dispatcher.close();
		this.pool.shutdownNow();
		this.time.dispose();
	}

	private void dispatch(long guild, long sequence) {
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(guild, sequence), false,
				this.acknowledged::incrementAndGet);
	}

	private void drain() {
		this.dispatcher.drain().block(PATIENCE);
	}

	private void awaitCalls(int count) {
		await().atMost(PATIENCE).until(() -> this.calls.size() == count);
	}

	/** Does something with the first event, and notes the others. */
	private RecordingHandler first(RecordingHandler.Action action) {
		RecordingHandler handler = RecordingHandler.doing((envelope) -> {
			this.calls.add(envelope.sequence() + " on " + Thread.currentThread().getName());
			if (envelope.sequence() == 1) {
				action.handle(envelope);
			}
		}, EventForm.HEADER, "MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(handler));
		this.dispatcher.giveUpHandlers(LIMIT, this.time);
		return handler;
	}

	private void block() throws InterruptedException {
		this.release.await();
	}

	@Test
	@DisplayName("C60 a call that blocks is given up: interrupted, reported once with its stack, counted, handed to the error handler; its lane goes on")
	void blocks(CapturedOutput output) {
		RecordingHandler handler = first((envelope) -> block());
		dispatch(5, 1);
		dispatch(5, 2);
		awaitCalls(1);
		this.time.advanceTimeBy(LIMIT.minusNanos(1));
		assertThat(this.acknowledged).hasValue(0);
		assertThat(this.errors).isEmpty();
		this.time.advanceTimeBy(LATEST.minus(LIMIT).plusNanos(1));
		drain();
		assertThat(this.acknowledged).hasValue(2);
		assertThat(this.errors).singleElement().isInstanceOfSatisfying(HandlerTimeoutException.class, (error) -> {
			assertThat(error).hasMessageContaining(handler.description())
				.hasMessageContaining("MESSAGE_CREATE 1 of shard 0/2")
				.hasMessageContaining("15m");
			assertThat(error.limit()).isEqualTo(LIMIT);
			assertThat(error.getStackTrace()).anyMatch((frame) -> frame.getMethodName().equals("block"));
		});
		assertThat(output).containsOnlyOnce("is given up").contains("HandlerTimeoutTests.block");
		assertThat(this.dispatcher.statistics().handlers().get(handler.id()).failed()).isEqualTo(1);
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE").failed()).isEqualTo(1);
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE").handled()).isEqualTo(2);
	}

	@Test
	@DisplayName("C60 a call that ignores the interrupt holds up neither its lane nor a pool of one thread, and settles nothing when it returns")
	void ignoresTheInterrupt() {
		AtomicBoolean interrupted = new AtomicBoolean();
		AtomicBoolean returned = new AtomicBoolean();
		first((envelope) -> {
			while (this.release.getCount() > 0) {
				try {
					block();
				}
				catch (InterruptedException ex) {
					interrupted.set(true);
				}
			}
			returned.set(true);
		});
		dispatch(5, 1);
		for (int i = 2; i <= 5; i++) {
			dispatch(5, i);
			dispatch(6, i);
		}
		awaitCalls(1);
		this.time.advanceTimeBy(LATEST);
		drain();
		await().atMost(PATIENCE).untilTrue(interrupted);
		assertThat(returned).isFalse();
		assertThat(this.calls).hasSize(9)
			.containsSubsequence("2 on discord-gateway-replacement", "5 on discord-gateway-replacement");
		dispatch(5, 6);
		dispatch(7, 7);
		drain();
		assertThat(this.acknowledged).hasValue(11);
		this.release.countDown();
		await().atMost(PATIENCE).untilTrue(returned);
		dispatch(5, 8);
		drain();
		assertThat(this.acknowledged).as("each once").hasValue(12);
		assertThat(this.errors).hasSize(1);
		assertThat(this.dispatcher.statistics().pending(SHARD)).isZero();
		await().atMost(PATIENCE)
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch((thread) -> thread.getName().equals("discord-gateway-replacement")));
		dispatch(5, 9);
		drain();
		assertThat(this.calls.get(this.calls.size() - 1)).isEqualTo("9 on only-listener");
	}

	@Test
	void theInterruptReachesNoLaterCallOfTheThread() {
		List<Boolean> interrupted = new CopyOnWriteArrayList<>();
		RecordingHandler handler = RecordingHandler.doing((envelope) -> {
			this.calls.add(envelope.toString());
			if (envelope.sequence() == 1) {
				await().atMost(PATIENCE).until(() -> this.errors.size() == 1);
			}
			interrupted.add(Thread.currentThread().isInterrupted());
		}, EventForm.HEADER, "MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(handler));
		this.dispatcher.giveUpHandlers(LIMIT, this.time);
		dispatch(5, 1);
		awaitCalls(1);
		this.time.advanceTimeBy(LATEST);
		await().atMost(PATIENCE).until(() -> this.errors.size() == 1);
		for (int i = 2; i <= 20; i++) {
			dispatch(i, i);
		}
		drain();
		awaitCalls(20);
		assertThat(interrupted).filteredOn((each) -> each).hasSizeLessThanOrEqualTo(1);
	}

	@Test
	@DisplayName("C60 what is returned and does not complete is cancelled, and its lane goes on")
	void doesNotComplete(CapturedOutput output) {
		AtomicInteger cancelled = new AtomicInteger();
		this.dispatcher.setHandlers(List.of(new AsyncHandler("never", (envelope) -> {
			this.calls.add(envelope.toString());
			return (envelope.sequence() == 1) ? Mono.<Void>never().doOnCancel(cancelled::incrementAndGet) : null;
		})));
		this.dispatcher.giveUpHandlers(LIMIT, this.time);
		dispatch(5, 1);
		dispatch(5, 2);
		awaitCalls(1);
		await().atMost(PATIENCE).until(() -> this.dispatcher.statistics().handlers().get("never").running() == 1);
		this.time.advanceTimeBy(LATEST);
		drain();
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(cancelled).hasValue(1));
		assertThat(this.acknowledged).hasValue(2);
		assertThat(this.errors).singleElement().isInstanceOf(HandlerTimeoutException.class);
		assertThat(output).containsOnlyOnce("what it returned is cancelled");
	}

	@Test
	@DisplayName("C60 who comes later by order gets the event of a call that was given up")
	void order() {
		this.dispatcher.setHandlers(List.of(new AsyncHandler("never", 1, (envelope) -> Mono.never()),
				new AsyncHandler("later", 2, (envelope) -> {
					this.calls.add(envelope.toString());
					return null;
				})));
		this.dispatcher.giveUpHandlers(LIMIT, this.time);
		dispatch(5, 1);
		await().atMost(PATIENCE).until(() -> this.dispatcher.statistics().handlers().get("never").running() == 1);
		assertThat(this.calls).isEmpty();
		this.time.advanceTimeBy(LATEST);
		drain();
		assertThat(this.calls).hasSize(1);
	}

	@Test
	void anErrorHandlerThatHangsIsGivenUpAsWell() {
		this.errorHandler = (error, envelope, handler) -> {
			this.errors.add(error);
			if (envelope.sequence() == 1) {
				await().pollInSameThread().atMost(PATIENCE).ignoreExceptions().until(() -> {
					this.release.await();
					return true;
				});
			}
		};
		first((envelope) -> {
			throw new IllegalStateException("on purpose");
		});
		dispatch(5, 1);
		dispatch(5, 2);
		await().atMost(PATIENCE).until(() -> this.errors.size() == 1);
		this.time.advanceTimeBy(LATEST);
		drain();
		assertThat(this.acknowledged).hasValue(2);
		assertThat(this.errors).as("it was told already").hasSize(1);
	}

	@Test
	@DisplayName("C60 what waits for a paused listener is given up when it has waited for so long, together, and what came later is kept")
	void paused(CapturedOutput output) {
		AtomicBoolean paused = new AtomicBoolean(true);
		this.dispatcher.setHandlers(List.of(new EventHandler() {

			@Override
			public String id() {
				return "paused";
			}

			@Override
			public EventInterest interest() {
				return EventInterest.in(Set.of("MESSAGE_CREATE"), EventForm.HEADER);
			}

			@Override
			public void handle(EventEnvelope envelope) {
				HandlerTimeoutTests.this.calls.add(envelope.toString());
			}

			@Override
			public Mono<Void> handleAsync(EventEnvelope envelope) {
				return paused.get() ? Mono.never() : Mono.fromRunnable(() -> handle(envelope));
			}

			@Override
			public boolean isPaused() {
				return paused.get();
			}

		}));
		this.dispatcher.giveUpHandlers(LIMIT, this.time);
		for (int i = 1; i <= 100; i++) {
			dispatch(5, i);
		}
		await().atMost(PATIENCE).until(() -> this.dispatcher.statistics().handlers().get("paused").running() == 1);
		this.time.advanceTimeBy(LIMIT.dividedBy(2));
		for (int i = 101; i <= 150; i++) {
			dispatch(5, i);
		}
		this.time.advanceTimeBy(LIMIT.dividedBy(2).minusNanos(1));
		assertThat(this.acknowledged).hasValue(0);
		this.time.advanceTimeBy(LIMIT.dividedBy(8).plusNanos(1));
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.acknowledged).hasValue(100));
		assertThat(this.errors).hasSize(100)
			.allSatisfy((error) -> assertThat(error).isInstanceOf(HandlerTimeoutException.class)
				.hasMessageContaining("is paused"));
		assertThat(output).containsOnlyOnce("100 events that have waited for it for more than 15m are given up");
		assertThat(this.dispatcher.statistics().pausedHandlers()).containsEntry("paused", 50);
		assertThat(this.dispatcher.statistics().pending(SHARD)).isEqualTo(50);
		assertThat(this.calls).isEmpty();
	}

	@Test
	void aCallThatEndsInTimeIsLeftAlone() {
		first((envelope) -> block());
		dispatch(5, 1);
		awaitCalls(1);
		this.time.advanceTimeBy(LIMIT.minusNanos(1));
		this.release.countDown();
		drain();
		this.time.advanceTimeBy(LIMIT.multipliedBy(2));
		assertThat(this.errors).isEmpty();
		assertThat(this.acknowledged).hasValue(1);
	}

	@Test
	void refusesALimitOfNoTime() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.dispatcher.giveUpHandlers(Duration.ZERO, this.time));
	}

}
