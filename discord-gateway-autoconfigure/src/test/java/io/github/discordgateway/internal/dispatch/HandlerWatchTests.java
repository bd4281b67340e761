package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.DispatchStatistics.SlowHandler;
import io.github.discordgateway.listener.EventForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link HandlerWatch}, in virtual time.
 */
@ExtendWith(OutputCaptureExtension.class)
class HandlerWatchTests {

	private static final ShardId SHARD = TestEvents.SHARD;

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final ExecutorService pool = Executors.newFixedThreadPool(2, (task) -> new Thread(task, "test-listener"));

	private final EventDispatcher dispatcher = new EventDispatcher(new TestEvents(), this.pool, DispatchOrdering.GUILD,
			100, (error, envelope, handler) -> {
			});

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.release.countDown();
		this.dispatcher.close();
		this.pool.shutdownNow();
		this.time.dispose();
	}

	private void dispatch(long guild, long sequence) {
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(guild, sequence), false,
				TestEvents.UNTRACKED);
	}

	private void awaitRunning(String id, int count) {
		await().atMost(PATIENCE).until(() -> this.dispatcher.statistics().handlers().get(id).running() == count);
	}

	private RecordingHandler block() {
		RecordingHandler blocking = RecordingHandler.doing((envelope) -> blockHere(), EventForm.HEADER,
				"MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(blocking));
		this.dispatcher.reportSlowHandlers(LIMIT, this.time);
		dispatch(5, 42);
		await().atMost(PATIENCE).until(() -> blocking.events.size() == 1);
		return blocking;
	}

	private void blockHere() throws InterruptedException {
		this.release.await();
	}

	@Test
	@DisplayName("C50 a listener that blocks is reported once, with its event and its stack")
	void blockingHandler(CapturedOutput output) {
		RecordingHandler blocking = block();
		this.time.advanceTimeBy(LIMIT.minusNanos(1));
		assertThat(output).doesNotContain("has been busy");
		assertThat(this.dispatcher.statistics().slow()).isEmpty();
		this.time.advanceTimeBy(LIMIT.dividedBy(8).plusNanos(1));
		assertThat(output)
			.contains("Listener " + blocking.description()
					+ " has been busy with MESSAGE_CREATE 42 of shard 0/2 for more than 30s")
			.contains("test-listener")
			.contains("HandlerWatchTests.blockHere");
		assertThat(this.dispatcher.statistics().slow()).singleElement()
			.extracting(SlowHandler::id, SlowHandler::shard, SlowHandler::event, SlowHandler::sequence)
			.containsExactly(blocking.id(), SHARD, "MESSAGE_CREATE", 42L);
		this.time.advanceTimeBy(LIMIT.multipliedBy(10));
		assertThat(output).containsOnlyOnce("has been busy");
		assertThat(this.dispatcher.statistics().slow().get(0).since().toEpochMilli()).isBetween(0L,
				LIMIT.dividedBy(8).toMillis());
	}

	@Test
	void aHandlerThatComesToItsEndIsSlowNoMore() {
		block();
		this.time.advanceTimeBy(LIMIT.multipliedBy(2));
		assertThat(this.dispatcher.statistics().slow()).hasSize(1);
		this.release.countDown();
		this.dispatcher.drain().block(PATIENCE);
		assertThat(this.dispatcher.statistics().slow()).isEmpty();
	}

	@Test
	@DisplayName("C50 a listener whose publisher does not complete is reported once for all its calls, as one that waits")
	void asyncHandler(CapturedOutput output) {
		this.dispatcher.setHandlers(List.of(new AsyncHandler("never", (envelope) -> Mono.never())));
		this.dispatcher.reportSlowHandlers(LIMIT, this.time);
		for (int guild = 1; guild <= 3; guild++) {
			dispatch(guild, guild);
		}
		awaitRunning("never", 3);
		this.time.advanceTimeBy(LIMIT.multipliedBy(2));
		assertThat(output).containsOnlyOnce("Listener never has been busy with MESSAGE_CREATE ")
			.containsOnlyOnce("2 more of its calls are as slow")
			.contains("waits for what it returned")
			.doesNotContain("\tat ");
		assertThat(this.dispatcher.statistics().slow()).hasSize(3);
	}

	@Test
	void timeIsCountedForEachCallAndNotForTheLane(CapturedOutput output) {
		Sinks.Many<Integer> turns = Sinks.many().multicast().directBestEffort();
		this.dispatcher.setHandlers(List.of(new AsyncHandler("waits", (envelope) -> turns.asFlux().next().then())));
		this.dispatcher.reportSlowHandlers(LIMIT, this.time);
		for (int i = 1; i <= 10; i++) {
			dispatch(5, i);
		}
		for (int turn = 0; turn < 10; turn++) {
			awaitRunning("waits", 1);
			await().atMost(PATIENCE).until(() -> turns.currentSubscriberCount() == 1);
			this.time.advanceTimeBy(LIMIT.multipliedBy(3).dividedBy(4));
			turns.tryEmitNext(turn);
		}
		this.dispatcher.drain().block(PATIENCE);
		assertThat(output).doesNotContain("has been busy");
	}

	@Test
	void nothingIsSlowAfterClose() {
		block();
		this.time.advanceTimeBy(LIMIT.multipliedBy(2));
		assertThat(this.dispatcher.statistics().slow()).hasSize(1);
		this.dispatcher.close();
		assertThat(this.dispatcher.statistics().slow()).isEmpty();
	}

	@Test
	void refusesALimitOfNoTime() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.dispatcher.reportSlowHandlers(Duration.ZERO, this.time));
	}

}
