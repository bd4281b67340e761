package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.session.StartHistory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InMemoryIdentifyQueue} on a machine whose wall clock is set while the
 * time that passes goes on as ever.
 */
class IdentifyClockTests {

	private static final Duration DAY = Duration.ofDays(1);

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	/** How far the wall clock is off. */
	private Duration offset = Duration.ofDays(20_000);

	private final StartHistory history = StartHistory.ofThisProcess();

	private final AtomicInteger requests = new AtomicInteger();

	private final Map<Integer, IdentifyPermit> granted = new LinkedHashMap<>();

	private final InMemoryIdentifyQueue queue = queue();

	private InMemoryIdentifyQueue queue() {
		return new InMemoryIdentifyQueue(new WallClockScheduler(), InMemoryIdentifyQueue.DEFAULT_WINDOW,
				IdentifyReserve.of("50"), this.history, () -> {
					this.requests.incrementAndGet();
					return Mono.empty();
				}, () -> this.time.now(TimeUnit.NANOSECONDS) - Long.MAX_VALUE, this::wallClock);
	}

	private Instant wallClock() {
		return Instant.ofEpochMilli(this.time.now(TimeUnit.MILLISECONDS)).plus(this.offset);
	}

	static Stream<Duration> jumps() {
		return Stream.of(Duration.ZERO, HOUR, HOUR.negated(), Duration.ofSeconds(6), Duration.ofSeconds(-6),
				Duration.ofDays(400), Duration.ofDays(-400));
	}

	private void jump(Duration jump) {
		this.offset = this.offset.plus(jump);
	}

	private void acquire(InMemoryIdentifyQueue from, int shard) {
		from.acquire(new ShardId(shard, 4)).subscribe((permit) -> this.granted.put(shard, permit));
	}

	/** Both edges: just before, and exactly at. */
	private void assertGrantedAfter(int shard, Duration pause) {
		this.time.advanceTimeBy(pause.minusMillis(1));
		assertThat(this.granted).doesNotContainKey(shard);
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.granted).containsKey(shard);
	}

	@ParameterizedTest
	@MethodSource("jumps")
	@DisplayName("C62 a wall clock that is set neither delays nor permits the next IDENTIFY of a bucket")
	void window(Duration jump) {
		acquire(this.queue, 0);
		this.granted.get(0).spent();
		jump(jump);
		acquire(this.queue, 1);
		assertGrantedAfter(1, Duration.ofSeconds(5));
		this.granted.get(1).spent();
		acquire(this.queue, 2);
		jump(jump);
		assertGrantedAfter(2, Duration.ofSeconds(5));
	}

	@ParameterizedTest
	@MethodSource("jumps")
	@DisplayName("C62 a wall clock that is set does not move the reset of the budget")
	void dailyReset(Duration jump) {
		this.queue.update(new SessionStartLimit(1000, 50, HOUR, 1));
		acquire(this.queue, 0);
		jump(jump);
		assertThat(this.queue.budget().resetIn()).isEqualTo(HOUR);
		assertThat(this.queue.budget().longestWait()).isZero();
		assertGrantedAfter(0, HOUR);
		jump(jump);
		assertThat(this.queue.budget().resetIn()).isEqualTo(DAY);
	}

	@ParameterizedTest
	@MethodSource("jumps")
	@DisplayName("C62 a wall clock that is set changes nothing in how often Discord is asked")
	void refresh(Duration jump) {
		this.queue.update(new SessionStartLimit(1000, 50, DAY, 1));
		acquire(this.queue, 0);
		jump(jump);
		this.time.advanceTimeBy(MINUTE.minusMillis(1));
		assertThat(this.requests).hasValue(0);
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.requests).hasValue(1);
		jump(jump);
		acquire(this.queue, 1);
		assertThat(this.requests).hasValue(1);
	}

	@ParameterizedTest
	@MethodSource("jumps")
	@DisplayName("C62 a wall clock that is set moves the wait of a start that is braked in neither direction")
	void brake(Duration jump) {
		IntStream.of(30, 20, 10).forEach((seconds) -> this.history.addStart(wallClock().minusSeconds(seconds)).block());
		InMemoryIdentifyQueue braked = queue();
		braked.update(new SessionStartLimit(100_000, 100_000, DAY, 1));
		acquire(braked, 0);
		jump(jump);
		assertThat(braked.budget().heldBack()).isEqualTo(MINUTE);
		assertGrantedAfter(0, MINUTE);
	}

	/** Timers of the time that passes, and a clock that may be set, as a machine has. */
	private final class WallClockScheduler implements Scheduler {

		@Override
		public Disposable schedule(Runnable task) {
			return IdentifyClockTests.this.time.schedule(task);
		}

		@Override
		public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
			return IdentifyClockTests.this.time.schedule(task, delay, unit);
		}

		@Override
		public Worker createWorker() {
			return IdentifyClockTests.this.time.createWorker();
		}

		@Override
		public long now(TimeUnit unit) {
			return unit.convert(wallClock().toEpochMilli(), TimeUnit.MILLISECONDS);
		}

	}

}
