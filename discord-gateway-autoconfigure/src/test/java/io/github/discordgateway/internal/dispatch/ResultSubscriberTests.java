package io.github.discordgateway.internal.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResultSubscriber}.
 */
class ResultSubscriberTests {

	private static final int ROUNDS = 100_000;

	private final AtomicInteger released = new AtomicInteger();

	private final ResultSubscriber subscriber = new ResultSubscriber(this.released::incrementAndGet);

	@Test
	void anEndBeforeSomeoneWaitsReleasesNothing() {
		Mono.error(new IllegalStateException("on purpose")).subscribe(this.subscriber);
		assertThat(this.subscriber.isWaiting()).isFalse();
		assertThat(this.subscriber.error()).hasMessage("on purpose");
		assertThat(this.released).hasValue(0);
	}

	@Test
	void anEndWhileSomeoneWaitsReleasesOnce() {
		TestPublisher<Object> publisher = TestPublisher
			.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
		publisher.subscribe(this.subscriber);
		assertThat(this.subscriber.isWaiting()).isTrue();
		assertThat(this.subscriber.isHolding()).isTrue();
		publisher.complete();
		publisher.complete();
		assertThat(this.released).hasValue(1);
		assertThat(this.subscriber.isHolding()).isFalse();
		assertThat(this.subscriber.error()).isNull();
	}

	@Test
	void cancellingReleasesNothingAndKeepsHolding() {
		TestPublisher<Object> publisher = TestPublisher.create();
		publisher.subscribe(this.subscriber);
		this.subscriber.cancel();
		publisher.assertCancelled();
		assertThat(this.subscriber.isWaiting()).as("not to be gone on with").isTrue();
		assertThat(this.released).hasValue(0);
	}

	@Test
	void whatIsSubscribedToAfterCancellingIsCancelled() {
		TestPublisher<Object> publisher = TestPublisher.create();
		this.subscriber.cancel();
		publisher.subscribe(this.subscriber);
		publisher.assertCancelled();
	}

	@Test
	void whoeverComesFirstEitherTheWaiterGoesOnOrItIsReleasedOnce() throws Exception {
		AtomicIntegerArray releases = new AtomicIntegerArray(ROUNDS);
		boolean[] waited = new boolean[ROUNDS];
		List<ResultSubscriber> all = IntStream.range(0, ROUNDS)
			.mapToObj((i) -> new ResultSubscriber(() -> releases.incrementAndGet(i)))
			.toList();
		race((i) -> waited[i] = all.get(i).isWaiting(), (i) -> all.get(i).onComplete(), (i) -> all.get(i).onComplete());
		for (int i = 0; i < ROUNDS; i++) {
			assertThat(releases.get(i)).isEqualTo(waited[i] ? 1 : 0);
		}
	}

	@Test
	void withACancelNobodyGoesOnTwice() throws Exception {
		AtomicIntegerArray goneOn = new AtomicIntegerArray(ROUNDS);
		List<ResultSubscriber> all = IntStream.range(0, ROUNDS)
			.mapToObj((i) -> new ResultSubscriber(() -> goneOn.incrementAndGet(i)))
			.toList();
		race((i) -> {
			if (!all.get(i).isWaiting()) {
				goneOn.incrementAndGet(i);
			}
		}, (i) -> all.get(i).onComplete(), (i) -> all.get(i).cancel());
		for (int i = 0; i < ROUNDS; i++) {
			assertThat(goneOn.get(i)).isBetween(0, 1);
			assertThat(all.get(i).isHolding()).isFalse();
		}
	}

	/** Does everything to each of them, from threads that start together. */
	@SafeVarargs
	private static void race(Consumer<Integer>... actions) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(actions.length);
		CyclicBarrier start = new CyclicBarrier(actions.length);
		try {
			List<Future<?>> running = new ArrayList<>();
			for (Consumer<Integer> action : actions) {
				running.add(threads.submit(() -> {
					for (int i = 0; i < ROUNDS; i++) {
						if (i % 1_000 == 0) {
							start.await();
						}
						action.accept(i);
					}
					return null;
				}));
			}
			for (Future<?> each : running) {
				each.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

}
