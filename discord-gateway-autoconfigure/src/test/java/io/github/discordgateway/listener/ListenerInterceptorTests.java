package io.github.discordgateway.listener;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.MessageCreate;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link GatewayListenerInterceptor}.
 */
class ListenerInterceptorTests {

	private static final EventEnvelope MESSAGE = TestEvents.envelope(TestEvents.message("hi"), null);

	private static final String KEY = "listener-test";

	private static final ThreadLocal<@Nullable String> LOCAL = new ThreadLocal<>();

	private static final ObservationRegistry OBSERVATIONS = ObservationRegistry.create();

	private static final List<String> calls = new CopyOnWriteArrayList<>();

	ListenerInterceptorTests() {
		calls.clear();
		LOCAL.remove();
	}

	@BeforeAll
	static void register() {
		ContextRegistry.getInstance().registerThreadLocalAccessor(new LocalAccessor());
		OBSERVATIONS.observationConfig().observationHandler(new Recording());
	}

	@AfterAll
	static void unregister() {
		ContextRegistry.getInstance().removeThreadLocalAccessor(KEY);
	}

	@Test
	void interceptorsStandAroundInTheirOrder() {
		ListenerRunner.of(Bot.class, Inner.class, Outer.class).run((context) -> {
			ListenerRunner.handler(context, "blocking").handle(MESSAGE);
			assertThat(calls).containsExactly("before outer blocking", "before inner blocking", "blocking",
					"after inner null", "after outer null");
		});
	}

	@Test
	void afterIsCalledWhenThePublisherHasCompleted() {
		ListenerRunner.of(Bot.class, Inner.class, Outer.class).run((context) -> {
			Mono<Void> rest = ListenerRunner.handler(context, "publishing").handleAsync(MESSAGE);
			assertThat(rest).isNotNull();
			StepVerifier.create(rest)
				.then(() -> assertThat(calls).containsExactly("before outer publishing", "before inner publishing",
						"publishing"))
				.then(() -> context.getBean(Bot.class).sink.tryEmitEmpty())
				.verifyComplete();
			assertThat(calls).endsWith("after inner null", "after outer null").hasSize(5);
		});
	}

	@Test
	void afterIsToldTheFailure() {
		ListenerRunner.of(Bot.class, Inner.class, Outer.class).run((context) -> {
			assertThatIOException().isThrownBy(() -> ListenerRunner.handler(context, "failing").handle(MESSAGE));
			Mono<Void> rest = ListenerRunner.handler(context, "publishing").handleAsync(MESSAGE);
			assertThat(rest).isNotNull();
			StepVerifier.create(rest)
				.then(() -> context.getBean(Bot.class).sink.tryEmitError(new IOException("published")))
				.verifyError(IOException.class);
			assertThat(calls).contains("after inner thrown", "after outer thrown", "after inner published",
					"after outer published");
			assertThat(calls).filteredOn((call) -> call.startsWith("after")).hasSize(4);
		});
	}

	@Test
	void afterIsCalledWhenTheEventIsCancelled() {
		ListenerRunner.of(Bot.class, Inner.class).run((context) -> {
			Mono<Void> rest = ListenerRunner.handler(context, "publishing").handleAsync(MESSAGE);
			assertThat(rest).isNotNull();
			StepVerifier.create(rest).thenCancel().verify();
			assertThat(calls).endsWith("after inner The listener was cancelled");
		});
	}

	@Test
	void failureThatIsDealtWithIsNone() {
		ListenerRunner.of(Bot.class, Inner.class, Advice.class).run((context) -> {
			ListenerRunner.handler(context, "failing").handle(MESSAGE);
			assertThat(calls).containsExactly("before inner failing", "dealt with thrown", "after inner null");
		});
	}

	@Test
	void interceptorThatFailsKeepsTheEventFromTheListener() {
		ListenerRunner.of(Bot.class, Outer.class, Refusing.class).run((context) -> {
			assertThatIllegalStateException()
				.isThrownBy(() -> ListenerRunner.handler(context, "blocking").handle(MESSAGE))
				.withMessage("refused");
			assertThat(calls).containsExactly("before outer blocking", "after outer refused");
		});
	}

	@Test
	void interceptorMayLeaveTheListenerOut() {
		ListenerRunner.of(Bot.class, Swallowing.class).run((context) -> {
			ListenerRunner.handler(context, "blocking").handle(MESSAGE);
			assertThat(calls).isEmpty();
		});
	}

	@Test
	void eventsThatTheListenerDoesNotWantAreNotIntercepted() {
		ListenerRunner.of(Bot.class, Inner.class).run((context) -> {
			ListenerRunner.handler(context, "never").handle(MESSAGE);
			assertThat(calls).isEmpty();
		});
	}

	@Test
	void interceptorsAreAroundFunctionsAsWell() {
		ListenerRunner.of(Inner.class).run((context) -> {
			ListenerRunner.registry(context).listen("function", MessageCreate.class, (event) -> calls.add("called"));
			ListenerRunner.handler(context, "function").handle(MESSAGE);
			assertThat(calls).containsExactly("before inner function", "called", "after inner null");
		});
	}

	@Test
	void threadLocalsReachTheListenerAndWhatItReturns() {
		ListenerRunner.of(Bot.class, WithLocal.class).run((context) -> {
			ListenerRunner.handler(context, "readingNow").handle(MESSAGE);
			assertThat(calls).containsExactly("now local of 1/4");
			assertThat(LOCAL.get()).isNull();
			Mono<Void> rest = ListenerRunner.handler(context, "readingLater").handleAsync(MESSAGE);
			assertThat(rest).isNotNull();
			assertThat(LOCAL.get()).as("taken back before the rest runs").isNull();
			StepVerifier.create(rest).verifyComplete();
			assertThat(calls).containsExactly("now local of 1/4", "subscribed local of 1/4", "context local of 1/4");
			assertThat(LOCAL.get()).isNull();
		});
	}

	@Test
	void threadLocalsReachRepeatedCallsAndExceptionHandlers() {
		ListenerRunner.of(ListenerRetryTests.Policies.class, Retried.class, WithLocal.class).run((context) -> {
			ListenerRunner.handler(context, "retried").handle(MESSAGE);
			assertThat(calls).containsExactly("try local of 1/4", "try local of 1/4", "try local of 1/4",
					"try local of 1/4", "handler local of 1/4");
			assertThat(LOCAL.get()).isNull();
		});
	}

	@Test
	void observationCanBeWrittenAsAnInterceptor() {
		ListenerRunner.of(Bot.class, Observing.class).run((context) -> {
			Mono<Void> rest = ListenerRunner.handler(context, "publishing").handleAsync(MESSAGE);
			assertThat(rest).isNotNull();
			assertThat(OBSERVATIONS.getCurrentObservation()).as("the scope is closed with the call").isNull();
			StepVerifier.create(rest)
				.then(() -> assertThat(calls).containsExactly("start publishing", "publishing in listener"))
				.then(() -> context.getBean(Bot.class).sink.tryEmitError(new IOException("later")))
				.verifyError(IOException.class);
			assertThat(calls).containsExactly("start publishing", "publishing in listener", "stop later");
		});
	}

	static class Bot {

		private final Sinks.Empty<Void> sink = Sinks.empty();

		@GatewayListener(id = "blocking")
		void blocking(MessageCreate event) {
			calls.add("blocking");
		}

		@GatewayListener(id = "publishing")
		Mono<Void> publishing(MessageCreate event) {
			Observation observation = OBSERVATIONS.getCurrentObservation();
			calls.add("publishing" + ((observation != null) ? " in " + observation.getContext().getName() : ""));
			return this.sink.asMono();
		}

		@GatewayListener(id = "failing")
		void failing(MessageCreate event) throws IOException {
			throw new IOException("thrown");
		}

		@GatewayListener(id = "never", condition = "false")
		void never(MessageCreate event) {
			calls.add("never");
		}

		@GatewayListener(id = "readingNow")
		void readingNow(MessageCreate event) {
			calls.add("now " + LOCAL.get());
		}

		@GatewayListener(id = "readingLater")
		Mono<Void> readingLater(MessageCreate event) {
			return Mono.deferContextual((context) -> {
				calls.add("subscribed " + LOCAL.get());
				calls.add("context " + context.<String>get(KEY));
				return Mono.empty();
			});
		}

	}

	@GatewayListener(retryPolicy = "threeTimes")
	static class Retried {

		@GatewayListener(id = "retried")
		void retried(MessageCreate event) throws IOException {
			calls.add("try " + LOCAL.get());
			throw new IOException();
		}

		@GatewayExceptionHandler(IOException.class)
		void handle() {
			calls.add("handler " + LOCAL.get());
		}

	}

	static class Named implements GatewayListenerInterceptor {

		private final String name;

		Named(String name) {
			this.name = name;
		}

		@Override
		public void before(EventEnvelope envelope, EventHandler handler) {
			calls.add("before " + this.name + " " + handler.id());
		}

		@Override
		public void after(EventEnvelope envelope, EventHandler handler, @Nullable Throwable error) {
			calls.add("after " + this.name + " " + ((error != null) ? error.getMessage() : null));
		}

	}

	@Order(1)
	static class Outer extends Named {

		Outer() {
			super("outer");
		}

	}

	@Order(2)
	static class Inner extends Named {

		Inner() {
			super("inner");
		}

	}

	static class Refusing implements GatewayListenerInterceptor {

		@Override
		public void before(EventEnvelope envelope, EventHandler handler) {
			throw new IllegalStateException("refused");
		}

	}

	static class Swallowing implements GatewayListenerInterceptor {

		@Override
		public @Nullable Mono<Void> around(EventEnvelope envelope, EventHandler handler, Call call) {
			return null;
		}

	}

	static class WithLocal implements GatewayListenerInterceptor {

		@Override
		public @Nullable Mono<Void> around(EventEnvelope envelope, EventHandler handler, Call call) throws Exception {
			LOCAL.set("local of " + envelope.shard());
			try {
				return call.proceed();
			}
			finally {
				LOCAL.remove();
			}
		}

	}

	/** What it takes to observe listeners. */
	static class Observing implements GatewayListenerInterceptor {

		@Override
		public @Nullable Mono<Void> around(EventEnvelope envelope, EventHandler handler, Call call) throws Exception {
			Observation observation = Observation.createNotStarted("listener", OBSERVATIONS)
				.contextualName(handler.id())
				.start();
			Observation.Scope scope = observation.openScope();
			Mono<Void> rest;
			try {
				rest = call.proceed();
			}
			catch (Throwable ex) {
				observation.error(ex).stop();
				throw ex;
			}
			finally {
				scope.close();
			}
			if (rest == null) {
				observation.stop();
				return null;
			}
			return rest.doOnError(observation::error).doFinally((signal) -> observation.stop());
		}

	}

	static class Recording implements ObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
			calls.add("start " + context.getContextualName());
		}

		@Override
		public void onStop(Observation.Context context) {
			Throwable error = context.getError();
			calls.add("stop " + ((error != null) ? error.getMessage() : null));
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	@GatewayAdvice
	static class Advice {

		@GatewayExceptionHandler
		void handle(IOException exception) {
			calls.add("dealt with " + exception.getMessage());
		}

	}

	static class LocalAccessor implements ThreadLocalAccessor<String> {

		@Override
		public Object key() {
			return KEY;
		}

		@Override
		public @Nullable String getValue() {
			return LOCAL.get();
		}

		@Override
		public void setValue(String value) {
			LOCAL.set(value);
		}

		@Override
		public void setValue() {
			LOCAL.remove();
		}

	}

}
