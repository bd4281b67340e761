package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.DispatchStatistics;
import io.github.discordgateway.listener.EventForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventDispatcher#setShed}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SheddingTests {

	private static final ShardId SHARD = TestEvents.SHARD;

	private static final int LIMIT = 10;

	private final ExecutorService pool = Executors.newFixedThreadPool(2);

	private final TestEvents decoder = new TestEvents();

	private final EventDispatcher dispatcher = new EventDispatcher(this.decoder, this.pool, DispatchOrdering.GUILD,
			LIMIT, (error, envelope, handler) -> {
			});

	private final CountDownLatch release = new CountDownLatch(1);

	private final RecordingHandler handler = RecordingHandler.doing((envelope) -> this.release.await(),
			EventForm.HEADER, "MESSAGE_CREATE", "TYPING_START");

	private final List<String> calls = new CopyOnWriteArrayList<>();

	private final AtomicInteger acknowledged = new AtomicInteger();

	SheddingTests() {
		this.dispatcher.setShed(Set.of(EventType.TYPING_START, EventType.PRESENCE_UPDATE));
		this.dispatcher.setHandlers(List.of(this.handler));
		this.dispatcher.setBackPressure(new BackPressure() {

			@Override
			public void pause(ShardId shard) {
				SheddingTests.this.calls.add("pause " + shard);
			}

			@Override
			public void resume(ShardId shard) {
				SheddingTests.this.calls.add("resume " + shard);
			}

		});
	}

	@AfterEach
	void stop() {
		this.release.countDown();
		this.pool.shutdownNow();
	}

	private void messages(int count) {
		for (int i = 0; i < count; i++) {
			this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, i), false,
					this.acknowledged::incrementAndGet);
		}
	}

	private void typing(int count) {
		for (int i = 0; i < count; i++) {
			this.dispatcher.dispatch(SHARD, TestEvents.SESSION,
					TestEvents.frame("TYPING_START", i, "{\"guild_id\":\"5\"}"), false,
					this.acknowledged::incrementAndGet);
		}
	}

	private void drain() {
		this.release.countDown();
		this.dispatcher.drain().block(Duration.ofSeconds(60));
	}

	private long shed(String name) {
		return this.dispatcher.statistics().counts(name).shed();
	}

	@Test
	void dropsTheNamedEventsWhileTheLimitIsReachedAndDoesNotPause(CapturedOutput output) {
		typing(LIMIT);
		assertThat(shed("TYPING_START")).isZero();
		assertThat(this.acknowledged).hasValue(0);
		typing(7);
		assertThat(shed("TYPING_START")).isEqualTo(7);
		assertThat(this.acknowledged).as("as if handled").hasValue(7);
		assertThat(this.dispatcher.statistics().pending(SHARD)).isEqualTo(LIMIT);
		assertThat(this.calls).isEmpty();
		drain();
		assertThat(this.handler.events).hasSize(LIMIT);
		assertThat(this.dispatcher.statistics().counts("TYPING_START"))
			.isEqualTo(new DispatchStatistics.Counts(LIMIT + 7, 0, 0, LIMIT, 0, 7));
		assertThat(output).containsOnlyOnce("Shard 0/2 drops events that may be shed: 10 events wait")
			.containsOnlyOnce("drops events no more: the listeners have caught up, 7 were dropped");
	}

	@Test
	void otherEventsAreQueuedAndPauseTheShardByThemselves() {
		typing(LIMIT);
		messages(LIMIT - 1);
		assertThat(this.calls).isEmpty();
		messages(1);
		assertThat(this.calls).containsExactly("pause 0/2");
		typing(3);
		assertThat(shed("TYPING_START")).isEqualTo(3);
		assertThat(shed("MESSAGE_CREATE")).isZero();
		assertThat(this.dispatcher.statistics().pending(SHARD)).as("never more").isEqualTo(2 * LIMIT);
		drain();
		assertThat(this.handler.events).hasSize(2 * LIMIT);
		assertThat(this.calls).containsExactly("pause 0/2", "resume 0/2");
	}

	@Test
	void isNotDecodedWhenItIsDropped() {
		this.dispatcher.setHandlers(
				List.of(RecordingHandler.doing((envelope) -> this.release.await(), EventForm.TYPED, "TYPING_START")));
		typing(LIMIT + 5);
		assertThat(this.decoder.decoded).hasValue(LIMIT);
	}

	@Test
	void nothingIsDroppedUnlessItIsNamed() {
		this.dispatcher.setShed(Set.of());
		typing(3 * LIMIT);
		assertThat(shed("TYPING_START")).isZero();
		assertThat(this.calls).containsExactly("pause 0/2");
		drain();
		assertThat(this.handler.events).hasSize(3 * LIMIT);
	}

}
