package io.github.discordgateway.listener;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.MessageCreate;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.retry.RetryPolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link GatewayListener#retryPolicy()}.
 */
class ListenerRetryTests {

	private static final EventEnvelope MESSAGE = TestEvents.envelope(TestEvents.message("hi"), null);

	@Test
	void blockingListenerIsCalledAgainUntilItSucceeds() {
		ListenerRunner.of(Policies.class, Bot.class).run((context) -> {
			Bot bot = context.getBean(Bot.class);
			bot.failures.set(2);
			ListenerRunner.handler(context, "blocking").handle(MESSAGE);
			assertThat(bot.calls).containsExactly("blocking 1", "blocking 2", "blocking 3");
		});
	}

	@Test
	void listenerThatSucceedsIsCalledOnceAndOnTheSameThread() {
		ListenerRunner.of(Policies.class, Bot.class).run((context) -> {
			assertThat(ListenerRunner.handler(context, "blocking").handleAsync(MESSAGE)).isNull();
			assertThat(context.getBean(Bot.class).calls).containsExactly("blocking 1");
		});
	}

	@Test
	void noThreadWaitsDuringAPause() {
		VirtualTimeScheduler time = VirtualTimeScheduler.create();
		AtomicInteger calls = new AtomicInteger();
		RetryPolicy policy = RetryPolicy.builder().maxRetries(5).delay(Duration.ofHours(1)).multiplier(2).build();
		Mono<Void> call = Mono.fromRunnable(() -> {
			if (calls.incrementAndGet() < 3) {
				throw new IllegalStateException("again");
			}
		});
		StepVerifier
			.create(new RetryingCall(policy, time, Schedulers.immediate())
				.afterFailure(new IllegalStateException("first"), call))
			.then(() -> time.advanceTimeBy(Duration.ofHours(1).minusMillis(1)))
			.then(() -> assertThat(calls).hasValue(0))
			.then(() -> time.advanceTimeBy(Duration.ofMillis(1)))
			.then(() -> assertThat(calls).hasValue(1))
			.then(() -> time.advanceTimeBy(Duration.ofHours(2).minusMillis(1)))
			.then(() -> assertThat(calls).hasValue(1))
			.then(() -> time.advanceTimeBy(Duration.ofMillis(1)))
			.then(() -> assertThat(calls).hasValue(2))
			.then(() -> time.advanceTimeBy(Duration.ofHours(4)))
			.verifyComplete();
		assertThat(calls).hasValue(3);
	}

	@Test
	void policyMayLimitTheTime() {
		VirtualTimeScheduler time = VirtualTimeScheduler.create();
		RetryPolicy policy = RetryPolicy.builder()
			.delay(Duration.ofMinutes(1))
			.timeout(Duration.ofMinutes(2))
			.maxRetries(100)
			.build();
		AtomicInteger calls = new AtomicInteger();
		Mono<Void> call = Mono.error(() -> new IllegalStateException("call " + calls.incrementAndGet()));
		StepVerifier
			.create(new RetryingCall(policy, time, Schedulers.immediate())
				.afterFailure(new IllegalStateException("first"), call))
			.then(() -> time.advanceTimeBy(Duration.ofMinutes(10)))
			.verifyErrorMessage("call 2");
	}

	@Test
	void publisherIsSubscribedAgain() {
		ListenerRunner.of(Policies.class, Bot.class).run((context) -> {
			Bot bot = context.getBean(Bot.class);
			bot.failures.set(2);
			Mono<Void> rest = ListenerRunner.handler(context, "publishing").handleAsync(MESSAGE);
			assertThat(rest).isNotNull();
			StepVerifier.create(rest).verifyComplete();
			assertThat(bot.calls).containsExactly("publishing 1", "publishing 2", "publishing 3");
		});
	}

	@Test
	void lastFailureComesOutWithTheEarlierOnes() {
		ListenerRunner.of(Policies.class, Bot.class).run((context) -> {
			context.getBean(Bot.class).failures.set(100);
			for (String id : List.of("blocking", "publishing")) {
				context.getBean(Bot.class).calls.clear();
				assertThatIOException().isThrownBy(() -> ListenerRunner.handler(context, id).handle(MESSAGE))
					.withMessage(id + " 4")
					.satisfies((ex) -> assertThat(ex.getSuppressed()).extracting(Throwable::getMessage)
						.contains(id + " 1", id + " 2", id + " 3"));
			}
		});
	}

	@Test
	void policySaysWhichFailuresAreWorthIt() {
		ListenerRunner.of(Policies.class, Bot.class).run((context) -> {
			Bot bot = context.getBean(Bot.class);
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> ListenerRunner.handler(context, "hopeless").handle(MESSAGE));
			assertThat(bot.calls).containsExactly("hopeless 1");
		});
	}

	@Test
	void exceptionHandlerIsAskedOnlyAboutTheLastFailure() {
		ListenerRunner.of(Policies.class, Bot.class, Advice.class).run((context) -> {
			Bot bot = context.getBean(Bot.class);
			bot.failures.set(100);
			ListenerRunner.handler(context, "blocking").handle(MESSAGE);
			assertThat(context.getBean(Advice.class).errors).containsExactly("blocking 4");
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Policies {

		@Bean
		RetryPolicy threeTimes() {
			return RetryPolicy.builder().maxRetries(3).delay(Duration.ofMillis(1)).includes(IOException.class).build();
		}

	}

	@GatewayListener(retryPolicy = "threeTimes")
	static class Bot {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		private final AtomicInteger failures = new AtomicInteger();

		@GatewayListener(id = "blocking")
		void blocking(MessageCreate event) throws IOException {
			call("blocking");
		}

		@GatewayListener(id = "publishing")
		Mono<Void> publishing(MessageCreate event) {
			return Mono.fromCallable(() -> {
				call("publishing");
				return 1;
			}).then();
		}

		@GatewayListener(id = "hopeless")
		void hopeless(MessageCreate event) {
			this.calls.add("hopeless " + (this.calls.size() + 1));
			throw new IllegalStateException("never again");
		}

		private void call(String name) throws IOException {
			this.calls.add(name + " " + (this.calls.size() + 1));
			if (this.failures.getAndDecrement() > 0) {
				throw new IOException(this.calls.get(this.calls.size() - 1));
			}
		}

	}

	@GatewayAdvice
	static class Advice {

		private final List<String> errors = new CopyOnWriteArrayList<>();

		@GatewayExceptionHandler
		void handle(IOException exception) {
			this.errors.add(exception.getMessage());
		}

	}

}
