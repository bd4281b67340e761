package io.github.discordgateway.listener;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ReturnValueAwaiter}.
 */
class ReturnValueAwaiterTests {

	@Test
	void waitsForThePublisherToComplete() throws Exception {
		Sinks.Empty<Void> sink = Sinks.empty();
		CountDownLatch done = new CountDownLatch(1);
		Thread waiting = new Thread(() -> {
			try {
				awaiter(Mono.class).await(sink.asMono());
				done.countDown();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		waiting.start();
		await().until(() -> sink.currentSubscriberCount() == 1);
		assertThat(done.getCount()).isEqualTo(1);
		sink.tryEmitEmpty();
		assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void takesAllValuesOfAFlux() throws Exception {
		List<Integer> seen = new CopyOnWriteArrayList<>();
		awaiter(Flux.class).await(Flux.range(1, 5).doOnNext(seen::add));
		assertThat(seen).containsExactly(1, 2, 3, 4, 5);
	}

	@Test
	void throwsWhatThePublisherOrStageEndedWith() {
		assertThatIOException().isThrownBy(() -> awaiter(Mono.class).await(Mono.error(new IOException("checked"))))
			.withMessage("checked");
		assertThatIOException()
			.isThrownBy(() -> awaiter(CompletableFuture.class)
				.await(CompletableFuture.failedFuture(new IOException("checked"))))
			.withMessage("checked");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> awaiter(Mono.class).await(Mono.error(new AssertionError("error"))))
			.withMessage("error");
	}

	@Test
	void nullIsNothingToWaitFor() throws Exception {
		awaiter(Mono.class).await(null);
		awaiter(CompletableFuture.class).await(null);
		awaiter(void.class).await(null);
	}

	@Test
	void interruptEndsTheWaitingAndCancels() throws Exception {
		AtomicBoolean cancelled = new AtomicBoolean();
		CountDownLatch interrupted = new CountDownLatch(1);
		CountDownLatch subscribed = new CountDownLatch(1);
		Thread waiting = new Thread(() -> {
			try {
				awaiter(Mono.class).await(Mono.never()
					.doOnSubscribe((subscription) -> subscribed.countDown())
					.doOnCancel(() -> cancelled.set(true)));
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		waiting.start();
		assertThat(subscribed.await(10, TimeUnit.SECONDS)).isTrue();
		waiting.interrupt();
		assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(cancelled).isTrue();
	}

	@Test
	void otherTypesCannotBeAwaited() {
		assertThat(ReturnValueAwaiter.of(String.class)).isNull();
		assertThat(ReturnValueAwaiter.of(int.class)).isNull();
	}

	private static ReturnValueAwaiter awaiter(Class<?> type) {
		ReturnValueAwaiter awaiter = ReturnValueAwaiter.of(type);
		return Objects.requireNonNull(awaiter);
	}

}
