package io.github.discordgateway.internal.dispatch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.internal.codec.FrameDecoder;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.DispatchStatistics;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link EventDispatcher}.
 */
@ExtendWith(OutputCaptureExtension.class)
class EventDispatcherTests {

	private static final ShardId SHARD = TestEvents.SHARD;

	private final ExecutorService pool = Executors.newFixedThreadPool(4);

	private final TestEvents decoder = new TestEvents();

	private final List<String> errors = new CopyOnWriteArrayList<>();

	private final EventDispatcher dispatcher = dispatcher(DispatchOrdering.GUILD, 1000);

	@AfterEach
	void stopPool() {
		this.pool.shutdownNow();
	}

	private EventDispatcher dispatcher(DispatchOrdering ordering, int maxPending) {
		return new EventDispatcher(this.decoder, this.pool, ordering, maxPending, (error, envelope,
				handler) -> this.errors.add(error.getMessage() + " on " + envelope + " in " + handler.description()));
	}

	private void drain() {
		this.dispatcher.drain().block(Duration.ofSeconds(30));
	}

	@Test
	void handsATypedEventOverWithHowItCame() {
		RecordingHandler handler = RecordingHandler.of(EventForm.TYPED, "MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(handler));
		Instant before = Instant.now();
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 42), true, TestEvents.UNTRACKED);
		drain();
		EventEnvelope envelope = handler.events.get(0);
		assertThat(envelope.shard()).isEqualTo(SHARD);
		assertThat(envelope.sessionId()).isEqualTo(TestEvents.SESSION);
		assertThat(envelope.toString()).doesNotContain(TestEvents.SESSION);
		assertThat(envelope.sequence()).isEqualTo(42);
		assertThat(envelope.name()).isEqualTo("MESSAGE_CREATE");
		assertThat(envelope.replayed()).isTrue();
		assertThat(envelope.receivedAt()).isBetween(before, Instant.now());
		assertThat(envelope.guildId()).isEqualTo(Snowflake.of(5));
		assertThat(envelope.channelId()).isEqualTo(Snowflake.of(7));
		assertThat(envelope.event()).isInstanceOf(MessageCreate.class);
		assertThat(envelope.raw()).as("nobody wants it raw").isNull();
	}

	@Test
	void aSourceOfItsOwnIsPausedForItsOwnEvents() {
		EventDispatcher limited = dispatcher(DispatchOrdering.GUILD, 2);
		RecordingHandler handler = RecordingHandler.of(EventForm.TYPED, "MESSAGE_CREATE");
		AsyncHandler stuck = new AsyncHandler("stuck", (envelope) -> Mono.never());
		limited.setHandlers(List.of(handler, stuck));
		List<String> calls = new CopyOnWriteArrayList<>();
		SourceLoad first = limited.source(new StubSource(new ShardId(0, 9), calls::add));
		SourceLoad second = limited.source(new StubSource(new ShardId(1, 9), calls::add));
		Instant received = Instant.parse("2026-11-29T12:00:00Z");
		for (int i = 1; i <= 2; i++) {
			limited.collect(first, SHARD, TestEvents.SESSION, TestEvents.message(5, i), false, received,
					TestEvents.UNTRACKED);
		}
		limited.collect(second, SHARD, TestEvents.SESSION, TestEvents.message(6, 3), false, received,
				TestEvents.UNTRACKED);
		limited.handOver();
		assertThat(calls).containsExactly("pause 0/9");
		assertThat(limited.statistics().shards()).as("no shard of this process").isEmpty();
		await().untilAsserted(() -> assertThat(handler.events).extracting(EventEnvelope::receivedAt)
			.containsExactly(received, received, received));
		assertThat(handler.events).extracting(EventEnvelope::shard).containsOnly(SHARD);
	}

	@Test
	void whatWaitsOfASourceThatIsGivenUpReachesNobody() {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch released = new CountDownLatch(1);
		List<Long> handled = new CopyOnWriteArrayList<>();
		this.dispatcher.setHandlers(List.of(RecordingHandler.doing((envelope) -> {
			begun.countDown();
			handled.add(envelope.sequence());
			released.await();
		}, EventForm.HEADER, "MESSAGE_CREATE")));
		SourceLoad lost = this.dispatcher.source(new StubSource(SHARD, (call) -> {
		}));
		for (int i = 1; i <= 3; i++) {
			this.dispatcher.collect(lost, SHARD, TestEvents.SESSION, TestEvents.message(5, i), false, null,
					TestEvents.UNTRACKED);
		}
		this.dispatcher.handOver();
		await().until(() -> begun.getCount() == 0);
		lost.close();
		released.countDown();
		await().until(() -> lost.pending() == 0);
		assertThat(handled).containsExactly(1L);
	}

	@Test
	void decodesOnceForAllHandlersAndNotForThoseThatWantItRaw() {
		RecordingHandler typed = RecordingHandler.of(EventForm.TYPED, "MESSAGE_CREATE");
		RecordingHandler raw = RecordingHandler.of(EventForm.RAW, "MESSAGE_CREATE", "GUILD_CREATE");
		RecordingHandler both = RecordingHandler.of(EventForm.TYPED_AND_RAW, "MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(typed, raw, both));
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 1), false, TestEvents.UNTRACKED);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("GUILD_CREATE", 2, "{\"id\":\"5\"}"),
				false, TestEvents.UNTRACKED);
		drain();
		assertThat(this.decoder.decoded).hasValue(1);
		assertThat(typed.events.get(0)).isSameAs(raw.events.get(0)).isSameAs(both.events.get(0));
		assertThat(raw.events.get(0).raw()).isNotNull()
			.extracting(RawEvent::text)
			.isEqualTo("{\"guild_id\":\"5\",\"channel_id\":\"7\",\"nonce\":1}");
		assertThat(raw.events.get(1).event()).isNull();
		assertThat(raw.events.get(1).guildId()).as("the id of a GUILD_CREATE").isEqualTo(Snowflake.of(5));
	}

	@Test
	void readsThePlaceOfAnEventThatIsNotDecoded() {
		RecordingHandler header = RecordingHandler.of(EventForm.HEADER, "TYPING_START", "RATE_LIMITED", "SOMETHING",
				"READY");
		this.dispatcher.setHandlers(List.of(header));
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION,
				TestEvents.frame("TYPING_START", 1,
						"{\"member\":{\"guild_id\":\"1\"},\"channel_id\":\"18446744073709551615\",\"guild_id\":8}"),
				false, TestEvents.UNTRACKED);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION,
				TestEvents.frame("RATE_LIMITED", 2, "{\"meta\":{\"nonce\":\"x\",\"guild_id\":\"9\"},\"opcode\":8}"),
				false, TestEvents.UNTRACKED);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("SOMETHING", 3, "[{\"guild_id\":\"1\"}]"),
				false, TestEvents.UNTRACKED);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION,
				TestEvents.frame("READY", 4, "{\"guild_id\":\"no number\"}"), false, TestEvents.UNTRACKED);
		drain();
		assertThat(header.events).extracting(EventEnvelope::name, EventEnvelope::guildId, EventEnvelope::channelId)
			.containsExactlyInAnyOrder(tuple("TYPING_START", Snowflake.of(8), Snowflake.of("18446744073709551615")),
					tuple("RATE_LIMITED", Snowflake.of(9), null), tuple("SOMETHING", null, null),
					tuple("READY", null, null));
		assertThat(header.events).extracting(EventEnvelope::raw).containsOnlyNulls();
		assertThat(this.decoder.decoded).hasValue(0);
	}

	@Test
	@DisplayName("C45 an unknown event reaches raw and catch-all handlers and is no error")
	void unknownEvent(CapturedOutput output) {
		RecordingHandler named = RecordingHandler.of(EventForm.RAW, "GUILD_JOIN_REQUEST_UPDATE");
		RecordingHandler catchAll = RecordingHandler.of(EventForm.ANY);
		RecordingHandler typed = RecordingHandler.of(EventForm.TYPED);
		this.dispatcher.setHandlers(List.of(named, catchAll, typed));
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION,
				TestEvents.frame("GUILD_JOIN_REQUEST_UPDATE", 1, "{\"guild_id\":\"5\"}"), false, TestEvents.UNTRACKED);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("PRESENCES_REPLACE", 2, "[]"), false,
				TestEvents.UNTRACKED);
		drain();
		assertThat(named.names()).containsExactly("GUILD_JOIN_REQUEST_UPDATE");
		assertThat(catchAll.names()).containsExactlyInAnyOrder("GUILD_JOIN_REQUEST_UPDATE", "PRESENCES_REPLACE");
		assertThat(typed.events).isEmpty();
		assertThat(catchAll.bodies()).containsExactlyInAnyOrder("{\"guild_id\":\"5\"}", "[]");
		assertThat(this.dispatcher.statistics().snapshot().unknown()).isEqualTo(2);
		assertThat(output).isEmpty();
	}

	@Test
	@DisplayName("C46 an event that cannot be decoded is reported without its token, counted, and given to raw handlers")
	void undecodableEvent(CapturedOutput output) {
		RecordingHandler typed = RecordingHandler.of(EventForm.TYPED, "MESSAGE_CREATE");
		RecordingHandler both = RecordingHandler.of(EventForm.TYPED_AND_RAW, "MESSAGE_CREATE");
		RecordingHandler raw = RecordingHandler.of(EventForm.RAW, "MESSAGE_CREATE");
		RecordingHandler catchAll = RecordingHandler.of(EventForm.ANY);
		this.dispatcher.setHandlers(List.of(typed, both, raw, catchAll));
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION,
				TestEvents.frame("MESSAGE_CREATE", 1, "[{\"token\":\"very-secret\",\"not\":\"an object\"}]"), false,
				TestEvents.UNTRACKED);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 2), false, TestEvents.UNTRACKED);
		drain();
		assertThat(output).contains("MESSAGE_CREATE 1 of shard 0/2").contains("not").doesNotContain("very-secret");
		assertThat(typed.events).extracting(EventEnvelope::sequence).containsExactly(2L);
		assertThat(both.events).extracting(EventEnvelope::sequence).containsExactly(2L);
		// A body without a guild has another lane than one with.
		assertThat(raw.events).extracting(EventEnvelope::sequence).containsExactlyInAnyOrder(1L, 2L);
		assertThat(catchAll.events).extracting(EventEnvelope::sequence).containsExactlyInAnyOrder(1L, 2L);
		assertThat(raw.events).filteredOn((envelope) -> envelope.sequence() == 1)
			.singleElement()
			.extracting(EventEnvelope::event)
			.isNull();
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE"))
			.isEqualTo(new DispatchStatistics.Counts(2, 0, 1, 2, 0, 0));
	}

	@Test
	void manyUndecodableEventsDoNotFillTheLog(CapturedOutput output) {
		this.dispatcher.setHandlers(List.of(RecordingHandler.of(EventForm.TYPED, "MESSAGE_CREATE")));
		for (int i = 1; i <= 100; i++) {
			this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("MESSAGE_CREATE", i, "[]"), false,
					TestEvents.UNTRACKED);
		}
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE").undecodable()).isEqualTo(100);
		assertThat(output.getOut().lines().filter((line) -> line.contains("could not be decoded"))).hasSize(13)
			.last()
			.asString()
			.contains("MESSAGE_CREATE 64 of shard 0/2 could not be decoded, 64 of its kind so far");
	}

	@Test
	@DisplayName("C46 a body that is not JSON is reported once, counted once, and the stream goes on")
	void brokenBody(CapturedOutput output) {
		RecordingHandler any = RecordingHandler.of(EventForm.ANY);
		this.dispatcher.setHandlers(List.of(any));
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION,
				TestEvents.frame("MESSAGE_CREATE", 1, "{\"token\":\"very-secret\",,}"), false, TestEvents.UNTRACKED);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 2), false, TestEvents.UNTRACKED);
		drain();
		assertThat(any.events).extracting(EventEnvelope::sequence).containsExactly(2L);
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE").undecodable()).isEqualTo(1);
		assertThat(output).containsOnlyOnce("could not be decoded").doesNotContain("very-secret");
	}

	@ParameterizedTest
	@MethodSource("failures")
	@DisplayName("C46 a decoder that fails in any way does not reach the network thread")
	void failingDecoder(Throwable failure, CapturedOutput output) {
		FrameDecoder decoding = (type, frame) -> {
			if (failure instanceof Error error) {
				throw error;
			}
			throw (RuntimeException) failure;
		};
		EventDispatcher failing = new EventDispatcher(decoding, this.pool, DispatchOrdering.GUILD, 10,
				new LoggingErrorHandler());
		failing.setHandlers(List.of(RecordingHandler.of(EventForm.TYPED, "READY")));
		failing.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("READY", 1, "{}"), false, TestEvents.UNTRACKED);
		failing.drain().block(Duration.ofSeconds(10));
		assertThat(output).contains("READY 1 of shard 0/2").contains(failure.getClass().getName());
	}

	static List<Throwable> failures() {
		return List.of(new IllegalStateException("on purpose"), new StackOverflowError());
	}

	@ParameterizedTest
	@MethodSource("errors")
	@DisplayName("C58 an error while an event is decoded is thrown, counts nothing and acknowledges nothing; when it comes again it is handled")
	void errorWhileDecoding(Error error, CapturedOutput output) {
		List<Error> once = new ArrayList<>(List.of(error));
		EventDispatcher failing = new EventDispatcher((type, frame) -> {
			if (!once.isEmpty()) {
				throw once.remove(0);
			}
			return this.decoder.decode(type, frame);
		}, this.pool, DispatchOrdering.GUILD, 10, new LoggingErrorHandler());
		RecordingHandler handler = RecordingHandler.of(EventForm.TYPED, "MESSAGE_CREATE");
		failing.setHandlers(List.of(handler));
		AtomicInteger handled = new AtomicInteger();
		assertThatThrownBy(() -> failing.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 1), false,
				handled::incrementAndGet))
			.isSameAs(error);
		assertThat(handled).hasValue(0);
		assertThat(failing.statistics().pending(SHARD)).isZero();
		assertThat(failing.statistics().counts("MESSAGE_CREATE").undecodable()).isZero();
		failing.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 1), true, handled::incrementAndGet);
		failing.drain().block(Duration.ofSeconds(30));
		assertThat(handler.events).hasSize(1);
		assertThat(handled).hasValue(1);
		assertThat(output).doesNotContain("could not be decoded");
	}

	static List<Error> errors() {
		return List.of(new AssertionError("rare"), new OutOfMemoryError("on purpose"),
				new NoClassDefFoundError("gone"));
	}

	@Test
	@DisplayName("C58 an event that could be handed to one of its handlers only is not pending, is never acknowledged, and comes again to both")
	void errorWhileHandingOver() {
		List<Runnable> tasks = new ArrayList<>();
		EventDispatcher failing = new EventDispatcher(this.decoder, tasks::add, DispatchOrdering.GUILD, 2,
				new LoggingErrorHandler());
		RecordingHandler first = RecordingHandler.of(EventForm.TYPED, "INTERACTION_CREATE");
		RecordingHandler second = RecordingHandler.of(EventForm.RAW, "INTERACTION_CREATE");
		failing.setHandlers(List.of(first, second));
		AtomicInteger handled = new AtomicInteger();
		AtomicInteger hurries = new AtomicInteger();
		Thread here = Thread.currentThread();
		// An interaction is in a hurry at once, once for each handler.
		Schedulers.onScheduleHook("broken", (task) -> {
			if (Thread.currentThread() == here && hurries.incrementAndGet() % 2 == 0) {
				throw new LinkageError("on purpose");
			}
			return task;
		});
		try {
			for (int i = 0; i < 3; i++) {
				assertThatExceptionOfType(LinkageError.class).isThrownBy(() -> failing.dispatch(SHARD,
						TestEvents.SESSION, interaction(), false, handled::incrementAndGet));
				assertThat(failing.statistics().pending(SHARD)).isZero();
			}
		}
		finally {
			Schedulers.resetOnScheduleHook("broken");
		}
		failing.dispatch(SHARD, TestEvents.SESSION, interaction(), true, handled::incrementAndGet);
		assertThat(failing.statistics().pending(SHARD)).isOne();
		while (!tasks.isEmpty()) {
			tasks.remove(0).run();
		}
		assertThat(handled).hasValue(1);
		assertThat(first.events).hasSize(1);
		assertThat(second.events).hasSize(1);
		assertThat(failing.statistics().pending(SHARD)).isZero();
		assertThat(failing.statistics().lanes()).isZero();
	}

	private static Frame interaction() {
		return TestEvents.frame("INTERACTION_CREATE", 1,
				"{\"id\":\"1\",\"application_id\":\"2\",\"type\":1,\"token\":\"t\",\"version\":1}");
	}

	@Test
	@DisplayName("C47 an event that nobody wants is not decoded: a broken body in it raises nothing")
	void unwantedEvent(CapturedOutput output) {
		this.dispatcher.setHandlers(List.of(RecordingHandler.of(EventForm.TYPED, "GUILD_CREATE")));
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("MESSAGE_CREATE", 1, "{\"number\":{,"),
				false, TestEvents.UNTRACKED);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("NEVER_HEARD_OF", 2, "{\"number\":{,"),
				false, TestEvents.UNTRACKED);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("{\"op\":0,\"s\":3,\"d\":{}}"), false,
				TestEvents.UNTRACKED);
		drain();
		assertThat(this.decoder.decoded).hasValue(0);
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE"))
			.isEqualTo(new DispatchStatistics.Counts(1, 1, 0, 0, 0, 0));
		assertThat(this.dispatcher.statistics().counts(DispatchStatistics.UNKNOWN))
			.isEqualTo(new DispatchStatistics.Counts(2, 2, 0, 0, 0, 0));
		assertThat(output).isEmpty();
	}

	@Test
	@DisplayName("C50 a listener that throws harms neither its lane nor the other listeners of the event")
	void failingListener() {
		RecordingHandler exception = RecordingHandler.doing((envelope) -> {
			throw new IOException("checked");
		}, EventForm.TYPED, "MESSAGE_CREATE");
		RecordingHandler error = RecordingHandler.doing((envelope) -> {
			throw new StackOverflowError("overflow");
		}, EventForm.HEADER, "MESSAGE_CREATE");
		RecordingHandler healthy = RecordingHandler.of(EventForm.RAW, "MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(exception, error, healthy));
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 1), false, TestEvents.UNTRACKED);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 2), false, TestEvents.UNTRACKED);
		drain();
		assertThat(healthy.events).hasSize(2);
		assertThat(this.errors).containsExactlyInAnyOrder(
				"checked on MESSAGE_CREATE 1 of shard 0/2 in TYPED handler of [MESSAGE_CREATE]",
				"overflow on MESSAGE_CREATE 1 of shard 0/2 in HEADER handler of [MESSAGE_CREATE]",
				"checked on MESSAGE_CREATE 2 of shard 0/2 in TYPED handler of [MESSAGE_CREATE]",
				"overflow on MESSAGE_CREATE 2 of shard 0/2 in HEADER handler of [MESSAGE_CREATE]");
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE"))
			.isEqualTo(new DispatchStatistics.Counts(2, 0, 0, 2, 4, 0));
	}

	@Test
	@DisplayName("C50 a listener that blocks delays neither the network thread nor other guilds")
	void blockingListener() {
		CountDownLatch release = new CountDownLatch(1);
		RecordingHandler handler = RecordingHandler.doing((envelope) -> {
			if (Snowflake.of(1).equals(envelope.guildId())) {
				release.await();
			}
		}, EventForm.TYPED, "MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(handler));
		for (long guild = 1; guild <= 50; guild++) {
			this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(guild, guild), false,
					TestEvents.UNTRACKED);
			this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(guild, guild + 100), false,
					TestEvents.UNTRACKED);
		}
		await().untilAsserted(() -> assertThat(handler.events).hasSize(99));
		assertThat(this.dispatcher.statistics().pending(SHARD)).isEqualTo(2);
		release.countDown();
		drain();
		assertThat(handler.events).hasSize(100);
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("C50 whatever a listener does to its thread, its lane and the other listeners of the event go on")
	void brutalListener(Brutality brutality) {
		RecordingHandler brutal = RecordingHandler.doing((envelope) -> brutality.handle(), EventForm.TYPED,
				"MESSAGE_CREATE");
		RecordingHandler healthy = RecordingHandler.of(EventForm.RAW, "MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(brutal, healthy));
		for (int i = 1; i <= 40; i++) {
			this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, i), false, TestEvents.UNTRACKED);
		}
		drain();
		assertThat(healthy.events).hasSize(40);
		assertThat(this.errors).hasSize(40);
		assertThat(this.dispatcher.statistics().handlers().get(brutal.id()).failed()).isEqualTo(40);
	}

	enum Brutality {

		RUNS_OUT_OF_STACK {

			@Override
			void handle() {
				handle();
			}

		},

		RUNS_OUT_OF_MEMORY {

			@Override
			void handle() {
				throw new OutOfMemoryError("on purpose");
			}

		},

		BREAKS_THE_JVM {

			@Override
			void handle() {
				throw new InternalError("on purpose");
			}

		},

		INTERRUPTS_ITSELF {

			@Override
			void handle() throws InterruptedException {
				Thread.currentThread().interrupt();
				new CountDownLatch(1).await();
			}

		};

		abstract void handle() throws Exception;

	}

	@Test
	void interruptMeantForOneHandlerDoesNotReachTheNext() {
		List<Boolean> interrupted = new CopyOnWriteArrayList<>();
		RecordingHandler first = RecordingHandler.doing((envelope) -> Thread.currentThread().interrupt(),
				EventForm.HEADER, "MESSAGE_CREATE");
		RecordingHandler second = RecordingHandler.doing((envelope) -> interrupted.add(Thread.interrupted()),
				EventForm.RAW, "MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(first, second));
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 1), false, TestEvents.UNTRACKED);
		drain();
		assertThat(interrupted).containsExactly(false);
	}

	@Test
	void errorHandlerThatFailsWithAnErrorIsLoggedAndHarmsNothing(CapturedOutput output) {
		EventDispatcher fragile = new EventDispatcher(this.decoder, this.pool, DispatchOrdering.GUILD, 10,
				(error, envelope, handler) -> {
					throw (Error) error;
				});
		RecordingHandler failing = RecordingHandler.doing((envelope) -> {
			throw new AssertionError("the only failure");
		}, EventForm.TYPED, "MESSAGE_CREATE");
		RecordingHandler healthy = RecordingHandler.of(EventForm.RAW, "MESSAGE_CREATE");
		fragile.setHandlers(List.of(failing, healthy));
		fragile.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 1), false, TestEvents.UNTRACKED);
		fragile.drain().block(Duration.ofSeconds(10));
		assertThat(healthy.events).hasSize(1);
		assertThat(output).contains("the only failure");
	}

	@Test
	void failingErrorHandlerIsLoggedAndHarmsNothing(CapturedOutput output) {
		EventDispatcher fragile = new EventDispatcher(this.decoder, this.pool, DispatchOrdering.GUILD, 10,
				(error, envelope, handler) -> {
					throw new IllegalStateException("second failure");
				});
		RecordingHandler failing = RecordingHandler.doing((envelope) -> {
			throw new IllegalStateException("first failure");
		}, EventForm.TYPED, "MESSAGE_CREATE");
		RecordingHandler healthy = RecordingHandler.of(EventForm.RAW, "MESSAGE_CREATE");
		fragile.setHandlers(List.of(failing, healthy));
		fragile.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 1), false, TestEvents.UNTRACKED);
		fragile.drain().block(Duration.ofSeconds(10));
		assertThat(healthy.events).hasSize(1);
		assertThat(output).contains("first failure").contains("second failure");
	}

	@Test
	void defaultErrorHandlerLogsWhatIsNeededToFindTheFailure(CapturedOutput output) {
		EventDispatcher logging = new EventDispatcher(this.decoder, this.pool, DispatchOrdering.GUILD, 10,
				new LoggingErrorHandler());
		logging.setHandlers(List.of(RecordingHandler.doing((envelope) -> {
			throw new IllegalStateException("what went wrong");
		}, EventForm.TYPED, "MESSAGE_CREATE")));
		logging.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 42), false, TestEvents.UNTRACKED);
		logging.drain().block(Duration.ofSeconds(10));
		assertThat(output)
			.containsOnlyOnce("TYPED handler of [MESSAGE_CREATE] failed on MESSAGE_CREATE 42 of shard 0/2")
			.contains("what went wrong");
	}

	@Test
	void eventsOfAGuildStayInOrderWhileManyGuildsRunAndFinishAtRandom() {
		int guilds = 60;
		int perGuild = 100;
		Random random = new Random(1);
		Map<Snowflake, List<Long>> seen = Collections.synchronizedMap(new HashMap<>());
		RecordingHandler handler = RecordingHandler.doing((envelope) -> {
			for (int i = (int) (envelope.sequence() * 31 % 7); i > 0; i--) {
				Thread.yield();
			}
			seen.computeIfAbsent(envelope.guildId(), (guild) -> new ArrayList<>()).add(envelope.sequence());
		}, EventForm.TYPED, "MESSAGE_CREATE");
		EventDispatcher unlimited = dispatcher(DispatchOrdering.GUILD, 100_000);
		unlimited.setHandlers(List.of(handler));
		long[] next = new long[guilds];
		List<Integer> order = new ArrayList<>();
		for (int i = 0; i < guilds * perGuild; i++) {
			order.add(i % guilds);
		}
		Collections.shuffle(order, random);
		order.forEach((guild) -> unlimited.dispatch(SHARD, TestEvents.SESSION,
				TestEvents.message(guild + 1, ++next[guild]), false, TestEvents.UNTRACKED));
		unlimited.drain().block(Duration.ofSeconds(30));
		List<Long> inOrder = LongStream.rangeClosed(1, perGuild).boxed().toList();
		assertThat(seen).hasSize(guilds).allSatisfy((guild, numbers) -> assertThat(numbers).isEqualTo(inOrder));
	}

	@ParameterizedTest
	@EnumSource
	void laneFollowsTheOrdering(DispatchOrdering ordering) {
		Snowflake guild = Snowflake.of(1);
		Snowflake channel = Snowflake.of(2);
		switch (ordering) {
			case GUILD -> {
				assertThat(HandlerTask.lane(ordering, SHARD, guild, channel)).isEqualTo(guild);
				assertThat(HandlerTask.lane(ordering, SHARD, null, channel)).isEqualTo(channel);
				assertThat(HandlerTask.lane(ordering, SHARD, null, null)).isEqualTo(SHARD);
			}
			case SHARD -> assertThat(HandlerTask.lane(ordering, SHARD, guild, channel)).isEqualTo(SHARD);
			case NONE -> assertThat(HandlerTask.lane(ordering, SHARD, guild, channel)).isNull();
		}
	}

	@Test
	void pausesTheShardThatIsTooFastAndQueuesWhatStillComes() {
		List<String> calls = new CopyOnWriteArrayList<>();
		CountDownLatch release = new CountDownLatch(1);
		RecordingHandler handler = RecordingHandler.doing((envelope) -> release.await(), EventForm.TYPED,
				"MESSAGE_CREATE");
		EventDispatcher bounded = dispatcher(DispatchOrdering.GUILD, 4);
		bounded.setHandlers(List.of(handler));
		bounded.setBackPressure(new BackPressure() {

			@Override
			public void pause(ShardId shard) {
				calls.add("pause " + shard);
			}

			@Override
			public void resume(ShardId shard) {
				calls.add("resume " + shard);
			}

		});
		bounded.dispatch(new ShardId(1, 2), null, TestEvents.message(9, 1), false, TestEvents.UNTRACKED);
		for (int i = 1; i <= 3; i++) {
			bounded.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, i), false, TestEvents.UNTRACKED);
		}
		assertThat(calls).isEmpty();
		for (int i = 4; i <= 6; i++) {
			bounded.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, i), false, TestEvents.UNTRACKED);
		}
		assertThat(calls).containsExactly("pause 0/2");
		assertThat(bounded.statistics().snapshot().pending()).isEqualTo(Map.of(SHARD, 6, new ShardId(1, 2), 1));
		release.countDown();
		bounded.drain().block(Duration.ofSeconds(10));
		assertThat(calls).containsExactly("pause 0/2", "resume 0/2");
		assertThat(handler.events).hasSize(7);
	}

	@Test
	void drainWaitsForWhatIsPending() {
		CountDownLatch release = new CountDownLatch(1);
		this.dispatcher.setHandlers(
				List.of(RecordingHandler.doing((envelope) -> release.await(), EventForm.TYPED, "MESSAGE_CREATE")));
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 1), false, TestEvents.UNTRACKED);
		var drained = this.dispatcher.drain().toFuture();
		assertThat(drained).isNotDone();
		release.countDown();
		assertThat(drained).succeedsWithin(Duration.ofSeconds(10));
	}

	@Test
	void handlesNothingAfterClose() {
		RecordingHandler handler = RecordingHandler.of(EventForm.TYPED, "MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(handler));
		this.dispatcher.close();
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 1), false, TestEvents.UNTRACKED);
		drain();
		assertThat(handler.events).isEmpty();
	}

	@Test
	void handlersOfAnEventRunInTheirOrder() {
		List<String> order = new CopyOnWriteArrayList<>();
		@Order(2)
		final class Second implements EventHandler {

			@Override
			public String id() {
				return "second";
			}

			@Override
			public EventInterest interest() {
				return EventInterest.in(Set.of("MESSAGE_CREATE"), EventForm.HEADER);
			}

			@Override
			public void handle(EventEnvelope envelope) {
				order.add(id());
			}

		}
		@Order(1)
		final class First implements EventHandler {

			@Override
			public String id() {
				return "first";
			}

			@Override
			public EventInterest interest() {
				return EventInterest.inAll(EventForm.HEADER);
			}

			@Override
			public void handle(EventEnvelope envelope) {
				order.add(id());
			}

		}
		this.dispatcher.setHandlers(List.of(new Second(), new First()));
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 1), false, TestEvents.UNTRACKED);
		drain();
		assertThat(order).containsExactly("first", "second");
	}

	@Test
	void newHandlersGetEventsFromNowOn() {
		RecordingHandler before = RecordingHandler.of(EventForm.TYPED, "MESSAGE_CREATE");
		RecordingHandler after = RecordingHandler.of(EventForm.RAW, "MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(before));
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 1), false, TestEvents.UNTRACKED);
		this.dispatcher.setHandlers(List.of(after));
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 2), false, TestEvents.UNTRACKED);
		drain();
		assertThat(before.events).extracting(EventEnvelope::sequence).containsExactly(1L);
		assertThat(after.events).extracting(EventEnvelope::sequence).containsExactly(2L);
	}

	@Test
	void refusesAHandlerThatWantsAnEventDecodedForWhichThereIsNoRecord() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.dispatcher.setHandlers(List.of(RecordingHandler.of(EventForm.TYPED, "NO_RECORD"))))
			.withMessageContaining("NO_RECORD")
			.withMessageContaining("raw");
	}

	@Test
	void refusesALimitOfNoEvents() {
		assertThatIllegalArgumentException().isThrownBy(() -> dispatcher(DispatchOrdering.GUILD, 0))
			.withMessageContaining("at least 1");
	}

	@Test
	void countsDoNotGrowWithUnknownNames() {
		this.dispatcher.setHandlers(List.of(RecordingHandler.of(EventForm.RAW)));
		for (int i = 0; i < 500; i++) {
			this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("INVENTED_" + i, i, "{}"), false,
					TestEvents.UNTRACKED);
		}
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 501), false, TestEvents.UNTRACKED);
		drain();
		DispatchStatistics.Snapshot snapshot = this.dispatcher.statistics().snapshot();
		assertThat(snapshot.events()).containsOnlyKeys("MESSAGE_CREATE", DispatchStatistics.UNKNOWN);
		assertThat(snapshot.total()).isEqualTo(new DispatchStatistics.Counts(501, 0, 0, 501, 0, 0));
		assertThat(this.dispatcher.statistics().shards()).containsExactly(SHARD);
	}

}
