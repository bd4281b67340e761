package io.github.discordgateway.internal.dispatch;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.listener.DispatchOrdering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * {@link EventDispatcher} with thousands of guilds and a million events.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DispatchLoadTests {

	private static final ShardId SHARD = TestEvents.SHARD;

	private static final int GUILDS = 10_000;

	private static final int PER_GUILD = 10;

	private static final Duration LIMIT = Duration.ofMinutes(4);

	private final ExecutorService pool = Executors.newFixedThreadPool(8);

	@AfterEach
	void stopPool() {
		this.pool.shutdownNow();
	}

	private EventDispatcher dispatcher(int maxPending) {
		return new EventDispatcher(new TestEvents(), this.pool, DispatchOrdering.GUILD, maxPending,
				new LoggingErrorHandler());
	}

	private static int guild(EventEnvelope envelope) {
		return (envelope.guildId() != null) ? (int) envelope.guildId().value() : 0;
	}

	@Test
	@DisplayName("C50 ten thousand guilds in a random mix: each keeps its order, however long its handlers take")
	void orderOfEachGuild() {
		AtomicIntegerArray last = new AtomicIntegerArray(GUILDS + 1);
		Queue<String> outOfOrder = new ConcurrentLinkedQueue<>();
		EventDispatcher dispatcher = dispatcher(GUILDS * PER_GUILD + 1);
		dispatcher.setHandlers(List.of(new AsyncHandler("delays", (envelope) -> randomDelay()),
				new AsyncHandler("checks", (envelope) -> {
					if (!last.compareAndSet(guild(envelope), (int) envelope.sequence() - 1,
							(int) envelope.sequence())) {
						outOfOrder.add(guild(envelope) + ": " + envelope);
					}
					return null;
				})));
		List<Integer> mix = IntStream.range(0, GUILDS * PER_GUILD)
			.map((i) -> i % GUILDS + 1)
			.boxed()
			.collect(Collectors.toList());
		Collections.shuffle(mix, new Random(1));
		int[] next = new int[GUILDS + 1];
		mix.forEach((guild) -> dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(guild, ++next[guild]),
				false, TestEvents.UNTRACKED));
		dispatcher.drain().block(LIMIT);
		assertThat(outOfOrder).isEmpty();
		assertThat(IntStream.rangeClosed(1, GUILDS).map(last::get)).containsOnly(PER_GUILD);
	}

	/** Gives way to others a few times, on the thread of the listener or on another. */
	private static Mono<Void> randomDelay() {
		int random = ThreadLocalRandom.current().nextInt(10);
		if (random == 0) {
			return Mono.<Void>fromRunnable(Thread::yield).subscribeOn(Schedulers.parallel());
		}
		for (int i = 0; i < random; i++) {
			Thread.yield();
		}
		return Mono.empty();
	}

	@Test
	@DisplayName("C50 one guild of ten thousand blocks: all others finish meanwhile")
	void oneBlockedGuild() {
		CountDownLatch release = new CountDownLatch(1);
		AtomicInteger acknowledged = new AtomicInteger();
		EventDispatcher dispatcher = dispatcher(GUILDS * PER_GUILD + 1);
		dispatcher.setHandlers(List.of(new AsyncHandler("blocks", (envelope) -> {
			if (guild(envelope) == 1) {
				awaitQuietly(release);
			}
			return null;
		})));
		for (int sequence = 1; sequence <= PER_GUILD; sequence++) {
			for (int guild = 1; guild <= GUILDS; guild++) {
				dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(guild, sequence), false,
						acknowledged::incrementAndGet);
			}
		}
		await().atMost(LIMIT).untilAsserted(() -> assertThat(acknowledged).hasValue((GUILDS - 1) * PER_GUILD));
		assertThat(dispatcher.statistics().pending(SHARD)).as("of the blocked guild").isEqualTo(PER_GUILD);
		await().atMost(LIMIT).untilAsserted(() -> assertThat(dispatcher.statistics().lanes()).isEqualTo(1));
		release.countDown();
		dispatcher.drain().block(LIMIT);
		assertThat(acknowledged).hasValue(GUILDS * PER_GUILD);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			assertThat(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	@DisplayName("C12 a million events and a bound of a thousand: never more are pending, and none is kept")
	void boundedMemory() throws Exception {
		int events = 1_000_000;
		int bound = 1_000;
		Semaphore reading = new Semaphore(1);
		CountDownLatch paused = new CountDownLatch(1);
		AtomicInteger pauses = new AtomicInteger();
		AtomicInteger acknowledged = new AtomicInteger();
		Queue<WeakReference<EventEnvelope>> samples = new ConcurrentLinkedQueue<>();
		EventDispatcher dispatcher = dispatcher(bound);
		dispatcher.setBackPressure(new BackPressure() {

			@Override
			public void pause(ShardId shard) {
				reading.acquireUninterruptibly();
				pauses.incrementAndGet();
				paused.countDown();
			}

			@Override
			public void resume(ShardId shard) {
				reading.release();
			}

		});
		dispatcher.setHandlers(List.of(new AsyncHandler("samples", (envelope) -> {
			awaitQuietly(paused);
			if (ThreadLocalRandom.current().nextInt(1_000) == 0) {
				samples.add(new WeakReference<>(envelope));
			}
			return null;
		})));
		List<Frame> frames = IntStream.rangeClosed(1, 50).mapToObj((guild) -> TestEvents.message(guild, 1)).toList();
		int most = 0;
		for (int i = 0; i < events; i++) {
			// A shard that is told to pause reads no further.
			assertThat(reading.tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
			reading.release();
			dispatcher.dispatch(SHARD, TestEvents.SESSION, frames.get(i % frames.size()), false,
					acknowledged::incrementAndGet);
			most = Math.max(most, dispatcher.statistics().pending(SHARD));
		}
		dispatcher.drain().block(LIMIT);
		assertThat(most).isEqualTo(bound);
		assertThat(dispatcher.statistics().pauses(SHARD)).isEqualTo(pauses.get());
		assertThat(acknowledged).hasValue(events);
		assertThat(samples).isNotEmpty();
		await().atMost(LIMIT).untilAsserted(() -> {
			System.gc();
			assertThat(samples).allMatch((sample) -> sample.get() == null);
		});
	}

}
