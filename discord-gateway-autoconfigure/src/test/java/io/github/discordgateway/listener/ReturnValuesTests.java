package io.github.discordgateway.listener;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ReturnValues} and {@link BlockingWait}.
 */
class ReturnValuesTests {

	private static final EventEnvelope ENVELOPE = TestEvents.envelope(TestEvents.message("hi"), null);

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "voidObject" })
	void nothingIsHandledAtOnce(String method) throws Exception {
		assertThat(returnValue(method).handle(null, ENVELOPE)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mono", "flux", "future", "stage", "flow" })
	void nullIsHandledAtOnce(String method) throws Exception {
		assertThat(returnValue(method).handle(null, ENVELOPE)).isNull();
	}

	@Test
	void monoIsHandledWhenItCompletes() throws Exception {
		Sinks.One<String> sink = Sinks.one();
		StepVerifier.create(handle("mono", sink.asMono()))
			.then(() -> assertThat(sink.currentSubscriberCount()).isEqualTo(1))
			.then(() -> sink.tryEmitValue("ignored"))
			.verifyComplete();
	}

	@Test
	void allValuesOfAFluxAreTaken() throws Exception {
		List<Integer> seen = new CopyOnWriteArrayList<>();
		StepVerifier.create(handle("flux", Flux.range(1, 5).doOnNext(seen::add))).verifyComplete();
		assertThat(seen).containsExactly(1, 2, 3, 4, 5);
	}

	@Test
	void publisherOfTheJdkIsTaken() throws Exception {
		List<Integer> seen = new CopyOnWriteArrayList<>();
		StepVerifier
			.create(handle("flow", JdkFlowAdapter.publisherToFlowPublisher(Flux.range(1, 3).doOnNext(seen::add))))
			.verifyComplete();
		assertThat(seen).containsExactly(1, 2, 3);
	}

	@Test
	void errorsComeAsTheyAre() throws Exception {
		StepVerifier.create(handle("mono", Mono.error(new IOException("checked"))))
			.verifyErrorMatches((error) -> error instanceof IOException && "checked".equals(error.getMessage()));
		StepVerifier.create(handle("future", CompletableFuture.failedFuture(new IOException("checked"))))
			.verifyErrorMatches((error) -> error instanceof IOException && "checked".equals(error.getMessage()));
		StepVerifier
			.create(handle("stage",
					CompletableFuture.supplyAsync(() -> 1)
						.thenCompose((value) -> CompletableFuture.failedStage(new IOException("checked")))))
			.verifyErrorMatches((error) -> error instanceof IOException && "checked".equals(error.getMessage()));
	}

	@Test
	void otherTypesAreForHandlersOfTheApplicationOrRefused() throws Exception {
		assertThatExceptionOfType(InvalidGatewayListenerException.class).isThrownBy(() -> returnValue("text"))
			.withMessage("Listener bot.text() returns a java.lang.String, which cannot be awaited. Let it return void, "
					+ "a Mono, a Flux or a CompletionStage, or define a bean of type GatewayReturnValueHandler that "
					+ "takes it.");
		ReturnValueTaker taker = new ReturnValueTaker();
		Mono<Void> rest = returnValue("text", taker).handle("pong", ENVELOPE);
		assertThat(taker.values).isEmpty();
		StepVerifier.create(rest).verifyComplete();
		assertThat(taker.values).containsExactly("pong");
	}

	@Test
	void interruptEndsTheWaitingAndCancels() throws Exception {
		AtomicBoolean cancelled = new AtomicBoolean();
		CountDownLatch interrupted = new CountDownLatch(1);
		CountDownLatch subscribed = new CountDownLatch(1);
		Thread waiting = new Thread(() -> {
			try {
				BlockingWait.await(Mono.<Void>never()
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
		assertThat(subscribed.await(30, TimeUnit.SECONDS)).isTrue();
		waiting.interrupt();
		assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
		await().untilTrue(cancelled);
	}

	private static Mono<Void> handle(String method, Object value) throws Exception {
		Mono<Void> rest = returnValue(method).handle(value, ENVELOPE);
		assertThat(rest).isNotNull();
		return rest;
	}

	private static ReturnValues.ReturnValue returnValue(String method, GatewayReturnValueHandler... handlers) {
		return new ReturnValues(List.of(handlers)).of("bot." + method + "()",
				Arrays.stream(Methods.class.getDeclaredMethods())
					.filter((candidate) -> candidate.getName().equals(method))
					.findFirst()
					.orElseThrow(),
				Methods.class);
	}

	@SuppressWarnings("unused")
	abstract static class Methods {

		abstract void nothing();

		abstract @Nullable Void voidObject();

		abstract Mono<String> mono();

		abstract Flux<Integer> flux();

		abstract CompletableFuture<String> future();

		abstract CompletionStage<Object> stage();

		abstract Flow.Publisher<Integer> flow();

		abstract String text();

	}

}
