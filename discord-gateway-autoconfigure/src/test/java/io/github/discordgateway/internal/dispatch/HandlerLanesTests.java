package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link HandlerLanes}: who holds up whom.
 */
class HandlerLanesTests {

	private static final ShardId SHARD = TestEvents.SHARD;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ExecutorService pool = Executors.newFixedThreadPool(3);

	private final List<String> calls = new CopyOnWriteArrayList<>();

	private final CountDownLatch release = new CountDownLatch(1);

	private final Sinks.Empty<Void> open = Sinks.empty();

	private final AtomicInteger acknowledged = new AtomicInteger();

	private final EventDispatcher dispatcher = new EventDispatcher(new TestEvents(), this.pool, DispatchOrdering.GUILD,
			1000, new LoggingErrorHandler());

	@AfterEach
	void stop() {
		this.release.countDown();
		this.dispatcher.close();
		this.pool.shutdownNow();
	}

	private void dispatch(String name, long guild, long sequence) {
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION,
				TestEvents.frame(name, sequence, "{\"guild_id\":\"" + guild + "\",\"channel_id\":\"7\"}"), false,
				this.acknowledged::incrementAndGet);
	}

	private void drain() {
		this.dispatcher.drain().block(PATIENCE);
	}

	private Stub records(String id, @Nullable Integer order, String... names) {
		return new Stub(id, Set.of(names), order, null, (envelope) -> {
			this.calls.add(id + " " + envelope.sequence());
			return null;
		});
	}

	private List<String> callsOf(String id) {
		return this.calls.stream().filter((call) -> call.startsWith(id + " ")).toList();
	}

	private void awaitCalls(String id, int count) {
		await().atMost(PATIENCE).until(() -> callsOf(id).size() == count);
	}

	enum Trouble {

		BLOCKS {

			@Override
			@Nullable Mono<Void> handle(HandlerLanesTests test) {
				await().atMost(PATIENCE).until(() -> test.release.getCount() == 0);
				return null;
			}

		},

		WAITS {

			@Override
			Mono<Void> handle(HandlerLanesTests test) {
				return test.open.asMono();
			}

		},

		THROWS {

			@Override
			Mono<Void> handle(HandlerLanesTests test) {
				throw new IllegalStateException("on purpose");
			}

		};

		abstract @Nullable Mono<Void> handle(HandlerLanesTests test);

	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("C50 a handler that blocks, waits or throws holds up no other handler of its guild, neither of the same event nor of others")
	void heldUpByItselfOnly(Trouble trouble) {
		this.dispatcher.setHandlers(
				List.of(new Stub("trouble", Set.of("MESSAGE_CREATE"), null, null, (envelope) -> trouble.handle(this)),
						records("same", null, "MESSAGE_CREATE"), records("other", null, "TYPING_START")));
		for (int i = 1; i <= 50; i++) {
			dispatch("MESSAGE_CREATE", 5, i);
			dispatch("TYPING_START", 5, i);
		}
		awaitCalls("same", 50);
		awaitCalls("other", 50);
		if (trouble != Trouble.THROWS) {
			assertThat(this.acknowledged).as("those that nobody holds up").hasValue(50);
			assertThat(this.dispatcher.statistics().pending(SHARD)).isEqualTo(50);
		}
		this.release.countDown();
		this.open.tryEmitEmpty();
		drain();
		assertThat(this.acknowledged).hasValue(100);
		assertThat(callsOf("same").get(49)).isEqualTo("same 50");
	}

	@Test
	@DisplayName("C50 an order holds up who comes later, in that guild, and nobody who comes before or carries none")
	void order() {
		this.dispatcher
			.setHandlers(List.of(records("third", 3, "MESSAGE_CREATE"), records("free", null, "MESSAGE_CREATE"),
					new Stub("second", Set.of("MESSAGE_CREATE"), 2, null, (envelope) -> {
						this.calls.add("second " + envelope.sequence());
						return (envelope.sequence() == 1) ? this.open.asMono() : null;
					}), records("first", 1, "MESSAGE_CREATE")));
		for (int i = 1; i <= 20; i++) {
			dispatch("MESSAGE_CREATE", 5, i);
		}
		dispatch("MESSAGE_CREATE", 6, 100);
		awaitCalls("first", 21);
		awaitCalls("free", 21);
		awaitCalls("second", 2);
		awaitCalls("third", 1);
		assertThat(callsOf("second")).containsExactlyInAnyOrder("second 1", "second 100");
		assertThat(callsOf("third")).containsExactly("third 100");
		assertThat(this.calls).containsSubsequence("first 100", "second 100", "third 100");
		this.open.tryEmitEmpty();
		drain();
		for (int i = 1; i <= 20; i++) {
			assertThat(this.calls).containsSubsequence("first " + i, "second " + i, "third " + i);
		}
		assertThat(callsOf("third").subList(1, 21)).first().isEqualTo("third 1");
		await().atMost(PATIENCE).until(() -> this.dispatcher.statistics().lanes() == 0);
	}

	@Test
	void whatWaitsForAnEarlierHandlerIsNotOvertakenByWhatDoesNot() {
		this.dispatcher
			.setHandlers(List.of(new Stub("first", Set.of("MESSAGE_CREATE"), 1, null, (envelope) -> this.open.asMono()),
					records("second", 2, "MESSAGE_CREATE", "TYPING_START")));
		dispatch("MESSAGE_CREATE", 5, 1);
		dispatch("TYPING_START", 5, 2);
		dispatch("TYPING_START", 6, 3);
		awaitCalls("second", 1);
		assertThat(callsOf("second")).containsExactly("second 3");
		this.open.tryEmitEmpty();
		drain();
		assertThat(callsOf("second")).containsExactly("second 3", "second 1", "second 2");
	}

	@Test
	@DisplayName("C50 an interaction reaches its handler at once, whatever its guild and the handler are busy with")
	void interaction() {
		this.dispatcher.setHandlers(List.of(new Stub("bot", Set.of("MESSAGE_CREATE", "INTERACTION_CREATE"), null,
				DispatchOrdering.SHARD, (envelope) -> {
					this.calls.add("bot " + envelope.sequence());
					return this.open.asMono();
				})));
		dispatch("MESSAGE_CREATE", 5, 1);
		dispatch("MESSAGE_CREATE", 5, 2);
		dispatch("INTERACTION_CREATE", 5, 3);
		dispatch("INTERACTION_CREATE", 5, 4);
		awaitCalls("bot", 3);
		assertThat(this.calls).containsExactlyInAnyOrder("bot 1", "bot 3", "bot 4");
		this.open.tryEmitEmpty();
		drain();
	}

	@Test
	@DisplayName("C50 an interaction reaches its handler also when all threads are busy")
	void interactionWithoutAFreeThread() {
		this.dispatcher.setHandlers(List.of(
				new Stub("blocks", Set.of("MESSAGE_CREATE"), null, null, (envelope) -> Trouble.BLOCKS.handle(this)),
				records("bot", null, "INTERACTION_CREATE")));
		for (int guild = 1; guild <= 10; guild++) {
			dispatch("MESSAGE_CREATE", guild, guild);
		}
		await().atMost(PATIENCE).until(() -> this.dispatcher.statistics().handlers().get("blocks").running() == 3);
		dispatch("INTERACTION_CREATE", 1, 11);
		awaitCalls("bot", 1);
		this.release.countDown();
		drain();
		assertThat(this.calls).containsExactly("bot 11");
	}

	@Test
	@DisplayName("C50 the ordering of one handler overrides the common one for that handler only")
	void ordering() {
		Function<EventEnvelope, @Nullable Mono<Void>> waits = (envelope) -> this.open.asMono();
		this.dispatcher.setHandlers(List.of(new Stub("common", Set.of("MESSAGE_CREATE"), null, null, waits),
				new Stub("none", Set.of("MESSAGE_CREATE"), null, DispatchOrdering.NONE, waits),
				new Stub("shard", Set.of("MESSAGE_CREATE"), null, DispatchOrdering.SHARD, waits)));
		for (int guild = 1; guild <= 3; guild++) {
			dispatch("MESSAGE_CREATE", guild, guild);
			dispatch("MESSAGE_CREATE", guild, guild + 10);
		}
		await().atMost(PATIENCE).until(() -> this.open.currentSubscriberCount() == 3 + 6 + 1);
		assertThat(this.dispatcher.statistics().handlers().get("common").running()).isEqualTo(3);
		assertThat(this.dispatcher.statistics().handlers().get("none").running()).isEqualTo(6);
		assertThat(this.dispatcher.statistics().handlers().get("shard").running()).isEqualTo(1);
		this.open.tryEmitEmpty();
		drain();
	}

	@Test
	void aHandlerThatReplacesAnotherOfItsIdComesAfterItsEvents() {
		this.dispatcher.setHandlers(List.of(new Stub("bot", Set.of("MESSAGE_CREATE"), null, null, (envelope) -> {
			this.calls.add("old " + envelope.sequence());
			return this.open.asMono();
		})));
		dispatch("MESSAGE_CREATE", 5, 1);
		dispatch("MESSAGE_CREATE", 5, 2);
		await().atMost(PATIENCE).until(() -> this.calls.size() == 1);
		this.dispatcher.setHandlers(List.of());
		this.dispatcher.setHandlers(List.of(new Stub("bot", Set.of("MESSAGE_CREATE"), null, null, (envelope) -> {
			this.calls.add("new " + envelope.sequence());
			return null;
		})));
		dispatch("MESSAGE_CREATE", 5, 3);
		this.open.tryEmitEmpty();
		drain();
		assertThat(this.calls).containsExactly("old 1", "old 2", "new 3");
	}

	@Test
	@DisplayName("C60 who holds up a shard is named: the handler, and the guild with most of what waits for it")
	void backlog() {
		this.dispatcher
			.setHandlers(List.of(new Stub("stuck", Set.of("MESSAGE_CREATE"), 1, null, (envelope) -> this.open.asMono()),
					records("later", 2, "MESSAGE_CREATE"), records("free", null, "MESSAGE_CREATE")));
		for (int i = 1; i <= 9; i++) {
			dispatch("MESSAGE_CREATE", 5, i);
		}
		for (int i = 10; i <= 12; i++) {
			dispatch("MESSAGE_CREATE", 6, i);
		}
		awaitCalls("free", 12);
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.dispatcher.statistics().backlog(SHARD))
				.hasToString("12 for listener stuck, 9 of these in guild 5"));
		assertThat(this.dispatcher.statistics().backlog(new ShardId(1, 2))).isNull();
		this.open.tryEmitEmpty();
		drain();
		await().atMost(PATIENCE).until(() -> this.dispatcher.statistics().backlog(SHARD) == null);
	}

	/** A handler that does what a test wants. */
	private record Stub(String id, Set<String> names, @Nullable Integer order, @Nullable DispatchOrdering ordering,
			Function<EventEnvelope, @Nullable Mono<Void>> returned) implements EventHandler {

		@Override
		public EventInterest interest() {
			return EventInterest.in(this.names, EventForm.HEADER);
		}

		@Override
		public void handle(EventEnvelope envelope) {
			throw new IllegalStateException("The dispatcher calls handleAsync");
		}

		@Override
		public @Nullable Mono<Void> handleAsync(EventEnvelope envelope) {
			return this.returned.apply(envelope);
		}

	}

}
