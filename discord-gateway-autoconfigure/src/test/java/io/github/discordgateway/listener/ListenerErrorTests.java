package io.github.discordgateway.listener;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GuildCreate;
import io.github.discordgateway.event.MessageCreate;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link GatewayExceptionHandler} and {@link GatewayAdvice}. Each call returns
 * only when the failure is dealt with, so that nothing here depends on time.
 */
class ListenerErrorTests {

	private static final EventEnvelope MESSAGE = TestEvents.envelope(TestEvents.message("hi"), null);

	private static final EventEnvelope GUILD = TestEvents.envelope(TestEvents.guild(5), null);

	private static final List<String> calls = new CopyOnWriteArrayList<>();

	ListenerErrorTests() {
		calls.clear();
	}

	@Test
	void methodOfTheBeanWithTheNearestExceptionIsCalled() {
		ListenerRunner.of(Failing.class, OwnHandlers.class, Late.class, Early.class).run((context) -> {
			fail(context, "own", new FileNotFoundException("missing"));
			fail(context, "own", new IOException("broken"));
			fail(context, "own", new UncheckedIOException("wrapped", new IOException("cause")));
			assertThat(calls).containsExactly("own file missing", "own io broken", "own io cause");
		});
	}

	@Test
	void everyFirstErrorReachesItsHandler() {
		for (int i = 0; i < 20; i++) {
			ListenerRunner.of(OwnHandlers.class).run((context) -> fail(context, "own", new IOException("first")));
		}
		assertThat(calls).hasSize(20).containsOnly("own io first");
	}

	@Test
	void adviceComesAfterTheBeanInItsOrder() {
		ListenerRunner.of(Failing.class, OwnHandlers.class, Late.class, Early.class).run((context) -> {
			fail(context, "own", new IllegalArgumentException("not mine"));
			fail(context, "plain", new IOException("broken"));
			fail(context, "plain", new ArithmeticException("only late"));
			assertThat(calls).containsExactly("early argument not mine", "late any broken", "late any only late");
		});
	}

	@Test
	void adviceIsForFunctionsAsWell() {
		ListenerRunner.of(Early.class).run((context) -> {
			ListenerRunner.registry(context).listen("function", MessageCreate.class, (event) -> {
				throw new IllegalArgumentException("in a lambda");
			});
			ListenerRunner.handler(context, "function").handle(MESSAGE);
			assertThat(calls).containsExactly("early argument in a lambda");
		});
	}

	@Test
	void whatNobodyDealsWithGoesToTheErrorHandler() {
		ListenerRunner.of(Failing.class, OwnHandlers.class).run((context) -> {
			assertThatIllegalStateException().isThrownBy(() -> fail(context, "own", new IllegalStateException("other")))
				.withMessage("other");
			assertThatIOException().isThrownBy(() -> fail(context, "plain", new IOException("alone")))
				.withMessage("alone");
			assertThat(calls).isEmpty();
		});
	}

	@Test
	void argumentsTellWhatHasFailedAndWhere() {
		ListenerRunner.of(Failing.class, Telling.class).run((context) -> {
			fail(context, "plain", new UncheckedIOException(new IOException("broken")));
			assertThat(calls)
				.containsExactly("UncheckedIOException, broken, MESSAGE_CREATE 42 of shard 1/4, 1/4, plain");
		});
	}

	@Test
	void methodThatTakesAnEventIsForFailuresOnThatEvent() {
		ListenerRunner.of(Failing.class, OfEvents.class).run((context) -> {
			fail(context, "plain", new IOException("one"));
			Failing bean = context.getBean(Failing.class);
			bean.error = new IOException("two");
			ListenerRunner.handler(context, "guild").handle(GUILD);
			assertThat(calls).containsExactly("any one", "guild 5 two");
		});
	}

	@Test
	void errorOfAPublisherIsDealtWithWithoutAThreadThatWaits() throws Exception {
		ListenerRunner.of(OwnHandlers.class).run((context) -> {
			OwnHandlers bean = context.getBean(OwnHandlers.class);
			EventHandler handler = ListenerRunner.handler(context, "publisher");
			Mono<Void> rest = handler.handleAsync(MESSAGE);
			assertThat(rest).isNotNull();
			StepVerifier.create(rest)
				.then(() -> assertThat(calls).isEmpty())
				.then(() -> bean.sink.tryEmitError(new IOException("later")))
				.verifyComplete();
			assertThat(calls).containsExactly("own io later");
		});
	}

	@Test
	void exceptionHandlerMayReturnAPublisherAndIsAwaited() {
		ListenerRunner.of(Awaited.class).run((context) -> {
			Awaited bean = context.getBean(Awaited.class);
			Mono<Void> rest = ListenerRunner.handler(context, "awaited").handleAsync(MESSAGE);
			assertThat(rest).isNotNull();
			StepVerifier.create(rest)
				.then(() -> assertThat(calls).containsExactly("begun"))
				.then(() -> bean.recovered.complete("done"))
				.verifyComplete();
		});
	}

	@Test
	void exceptionHandlerThatFailsIsReportedWithBoth() {
		ListenerRunner.of(FailingHandlers.class).run((context) -> {
			for (String id : List.of("thrown", "published", "throwingPublisher")) {
				assertThatIllegalStateException().isThrownBy(() -> ListenerRunner.handler(context, id).handle(MESSAGE))
					.withMessage("the handler, too")
					.satisfies((ex) -> assertThat(ex.getSuppressed()).extracting(Throwable::getMessage)
						.contains("the listener"));
			}
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> ListenerRunner.handler(context, "rethrown").handle(MESSAGE))
				.withMessage("the listener")
				.satisfies((ex) -> assertThat(ex.getSuppressed()).isEmpty());
		});
	}

	@Test
	void badExceptionHandlersFailTheStart() {
		ListenerRunner.assertRefused(SameException.class)
			.hasMessageStartingWith("Listener " + SameException.class.getName())
			.hasMessageContaining("handles java.io.IOException, as does " + SameException.class.getName())
			.hasMessageEndingWith("Leave one method for each exception.");
		ListenerRunner.assertRefused(NoException.class)
			.hasMessage("Listener " + NoException.class.getName() + ".handle() does not say which exceptions it "
					+ "handles. Let it take the exception, or name it: @GatewayExceptionHandler(IOException.class).");
		ListenerRunner.assertRefused(OtherException.class)
			.hasMessage("Listener " + OtherException.class.getName() + ".handle(IOException) handles "
					+ "java.lang.RuntimeException, which its parameter java.io.IOException cannot take. Let it take a "
					+ "supertype of all exceptions that it handles.");
		ListenerRunner.assertRefused(BadArgument.class)
			.hasMessageStartingWith("Listener " + BadArgument.class.getName() + ".handle(IOException, String) takes a "
					+ "java.lang.String, for which there is no argument. An exception handler may take the exception");
	}

	private static void fail(ApplicationContext context, String id, Exception error) throws Exception {
		EventHandler handler = ListenerRunner.handler(context, id);
		if (id.equals("own")) {
			context.getBean(OwnHandlers.class).error = error;
		}
		else {
			context.getBean(Failing.class).error = error;
		}
		handler.handle(MESSAGE);
	}

	static class Failing {

		private Exception error = new Exception();

		@GatewayListener(id = "plain")
		void plain(MessageCreate event) throws Exception {
			throw this.error;
		}

		@GatewayListener(id = "guild")
		void guild(GuildCreate event) throws Exception {
			throw this.error;
		}

	}

	static class OwnHandlers {

		private final Sinks.Empty<Void> sink = Sinks.empty();

		private Exception error = new Exception();

		@GatewayListener(id = "own")
		void own(MessageCreate event) throws Exception {
			throw this.error;
		}

		@GatewayListener(id = "publisher")
		Mono<Void> publisher(MessageCreate event) {
			return this.sink.asMono();
		}

		@GatewayExceptionHandler
		private void onFile(FileNotFoundException exception) {
			calls.add("own file " + exception.getMessage());
		}

		@GatewayExceptionHandler
		void onIo(IOException exception) {
			calls.add("own io " + exception.getMessage());
		}

	}

	@GatewayAdvice
	@Order(2)
	static class Late {

		@GatewayExceptionHandler
		void any(Throwable exception) {
			calls.add("late any " + exception.getMessage());
		}

	}

	@GatewayAdvice
	@Order(1)
	static class Early {

		@GatewayExceptionHandler({ IllegalArgumentException.class, IllegalStateException.class })
		void argument(RuntimeException exception) {
			calls.add("early argument " + exception.getMessage());
		}

	}

	@GatewayAdvice
	static class Telling {

		@GatewayExceptionHandler(UncheckedIOException.class)
		void tell(RuntimeException exception, Throwable same, EventEnvelope envelope, ShardId shard,
				EventHandler handler, MessageCreate event) {
			calls.add(exception.getClass().getSimpleName() + ", " + same.getCause().getMessage() + ", " + envelope
					+ ", " + shard + ", " + handler.id());
		}

	}

	@GatewayAdvice
	static class OfEvents {

		@GatewayExceptionHandler
		void guild(IOException exception, GuildCreate event) {
			calls.add("guild " + event.guild().id() + " " + exception.getMessage());
		}

		@GatewayExceptionHandler
		void any(Exception exception) {
			calls.add("any " + exception.getMessage());
		}

	}

	static class Awaited {

		private final CompletableFuture<String> recovered = new CompletableFuture<>();

		@GatewayListener(id = "awaited")
		void awaited(MessageCreate event) {
			throw new IllegalStateException("broken");
		}

		@GatewayExceptionHandler(IllegalStateException.class)
		CompletableFuture<String> recover() {
			calls.add("begun");
			return this.recovered;
		}

	}

	static class FailingHandlers {

		@GatewayListener(id = "thrown")
		void thrown(MessageCreate event) throws IOException {
			throw new IOException("the listener");
		}

		@GatewayListener(id = "published")
		Mono<Void> published(MessageCreate event) {
			return Mono.error(new IOException("the listener"));
		}

		@GatewayListener(id = "throwingPublisher")
		void throwingPublisher(MessageCreate event) {
			throw new ArithmeticException("the listener");
		}

		@GatewayListener(id = "rethrown")
		void rethrown(MessageCreate event) {
			throw new IllegalArgumentException("the listener");
		}

		@GatewayExceptionHandler(IOException.class)
		void fail() {
			throw new IllegalStateException("the handler, too");
		}

		@GatewayExceptionHandler(ArithmeticException.class)
		Mono<Void> failLater() {
			return Mono.error(new IllegalStateException("the handler, too"));
		}

		@GatewayExceptionHandler
		void rethrow(IllegalArgumentException exception) {
			throw exception;
		}

	}

	static class SameException {

		@GatewayListener
		void on(MessageCreate event) {
		}

		@GatewayExceptionHandler
		void first(IOException exception) {
		}

		@GatewayExceptionHandler(IOException.class)
		void second() {
		}

	}

	static class NoException {

		@GatewayListener
		void on(MessageCreate event) {
		}

		@GatewayExceptionHandler
		void handle() {
		}

	}

	static class OtherException {

		@GatewayListener
		void on(MessageCreate event) {
		}

		@GatewayExceptionHandler(RuntimeException.class)
		void handle(IOException exception) {
		}

	}

	static class BadArgument {

		@GatewayListener
		void on(MessageCreate event) {
		}

		@GatewayExceptionHandler
		void handle(IOException exception, String text) {
		}

	}

}
