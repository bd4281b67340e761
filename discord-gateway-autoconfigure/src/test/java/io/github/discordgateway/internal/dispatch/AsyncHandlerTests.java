package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.DispatchOrdering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for handlers that return what the dispatcher has to wait for.
 */
class AsyncHandlerTests {

	private static final ShardId SHARD = TestEvents.SHARD;

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final ExecutorService pool = Executors.newFixedThreadPool(2, (task) -> new Thread(task, "test-listener"));

	private final List<String> errors = new CopyOnWriteArrayList<>();

	private final AtomicInteger acknowledged = new AtomicInteger();

	private final EventDispatcher dispatcher = dispatcher(DispatchOrdering.GUILD);

	@AfterEach
	void stop() {
		this.dispatcher.close();
		this.pool.shutdownNow();
	}

	private EventDispatcher dispatcher(DispatchOrdering ordering) {
		return new EventDispatcher(new TestEvents(), this.pool, ordering, 1_000_000,
				(error, envelope, handler) -> this.errors
					.add(error.getMessage() + " in " + handler.id() + " on " + Thread.currentThread().getName()));
	}

	private void dispatch(long guild, long sequence) {
		dispatch(this.dispatcher, guild, sequence);
	}

	private void dispatch(EventDispatcher to, long guild, long sequence) {
		to.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(guild, sequence), false,
				this.acknowledged::incrementAndGet);
	}

	private void drain() {
		this.dispatcher.drain().block(LIMIT);
	}

	@Test
	void manyLanesWaitAndHoldNoThread() {
		Sinks.Empty<Void> release = Sinks.empty();
		AtomicInteger begun = new AtomicInteger();
		this.dispatcher.setHandlers(List.of(new AsyncHandler("waiting", (envelope) -> {
			begun.incrementAndGet();
			return release.asMono();
		})));
		for (int guild = 1; guild <= 100; guild++) {
			dispatch(guild, guild);
			dispatch(guild, guild + 100);
		}
		await().atMost(LIMIT).until(() -> begun.get() == 100);
		assertThat(this.acknowledged).as("with two threads").hasValue(0);
		assertThat(this.dispatcher.statistics().handlers().get("waiting").running()).isEqualTo(100);
		assertThat(this.dispatcher.statistics().lanes()).isEqualTo(100);
		release.tryEmitEmpty();
		drain();
		assertThat(begun).hasValue(200);
		assertThat(this.acknowledged).hasValue(200);
	}

	@Test
	void theNextHandlerRunsOnAThreadOfTheListenersWhoeverCompletes() throws Exception {
		Sinks.Empty<Void> first = Sinks.empty();
		List<String> threads = new CopyOnWriteArrayList<>();
		this.dispatcher.setHandlers(List.of(new AsyncHandler("first", 1, (envelope) -> first.asMono()),
				new AsyncHandler("second", 2, (envelope) -> {
					threads.add(Thread.currentThread().getName());
					return null;
				})));
		dispatch(1, 1);
		dispatch(1, 2);
		await().atMost(LIMIT).until(() -> first.currentSubscriberCount() == 1);
		assertThat(threads).isEmpty();
		Thread network = new Thread(first::tryEmitEmpty, "network");
		network.start();
		network.join();
		drain();
		assertThat(threads).containsExactly("test-listener", "test-listener");
	}

	@Test
	@DisplayName("C50 an error signal is reported on a thread of the listeners and harms nothing else")
	void errorSignal() throws Exception {
		Sinks.Empty<Void> failing = Sinks.empty();
		AtomicInteger healthy = new AtomicInteger();
		this.dispatcher.setHandlers(List.of(new AsyncHandler("failing", (envelope) -> failing.asMono()),
				new AsyncHandler("healthy", (envelope) -> Mono.fromRunnable(healthy::incrementAndGet))));
		dispatch(1, 1);
		await().atMost(LIMIT).until(() -> failing.currentSubscriberCount() == 1);
		Thread network = new Thread(() -> failing.tryEmitError(new IllegalStateException("refused")), "network");
		network.start();
		network.join();
		drain();
		assertThat(this.errors).containsExactly("refused in failing on test-listener");
		assertThat(healthy).hasValue(1);
		assertThat(this.acknowledged).hasValue(1);
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE").failed()).isEqualTo(1);
	}

	@Test
	@DisplayName("C50 a publisher that never completes holds its lane only")
	void neverCompletes() {
		this.dispatcher.setHandlers(List.of(new AsyncHandler("stuck",
				(envelope) -> Snowflake.of(1).equals(envelope.guildId()) ? Mono.never() : Mono.empty())));
		for (int i = 1; i <= 50; i++) {
			dispatch(1, i);
			dispatch(i + 1, i);
		}
		await().atMost(LIMIT).untilAsserted(() -> assertThat(this.acknowledged).hasValue(50));
		assertThat(this.dispatcher.statistics().pending(SHARD)).isEqualTo(50);
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("C50 a publisher that breaks the rules does not break its lane")
	void rudePublisher(Rudeness rudeness) {
		this.dispatcher.setHandlers(List.of(new AsyncHandler("rude", (envelope) -> new RudeMono(rudeness))));
		for (int i = 1; i <= 100; i++) {
			dispatch(1, i);
		}
		drain();
		assertThat(this.acknowledged).hasValue(100);
		assertThat(this.dispatcher.statistics().handlers().get("rude").calls()).isEqualTo(100);
		assertThat(this.errors).hasSize(rudeness.failing ? 100 : 0);
	}

	@Test
	void aHundredThousandPublishersThatCompleteAtOnceDoNotOverflowTheStack() {
		AtomicInteger handled = new AtomicInteger();
		this.dispatcher
			.setHandlers(List.of(new AsyncHandler("quick", (envelope) -> Mono.fromRunnable(handled::incrementAndGet)),
					new AsyncHandler("empty", (envelope) -> Mono.empty())));
		for (int i = 1; i <= 100_000; i++) {
			dispatch(1, i);
		}
		drain();
		assertThat(handled).hasValue(100_000);
		assertThat(this.errors).isEmpty();
	}

	@Test
	void aHundredThousandPublishersThatCompleteTogetherDoNotOverflowTheStack() {
		AtomicReference<Sinks.Empty<Void>> next = new AtomicReference<>(Sinks.empty());
		this.dispatcher.setHandlers(List.of(new AsyncHandler("chained", (envelope) -> next.get().asMono())));
		for (int i = 1; i <= 100_000; i++) {
			dispatch(1, i);
		}
		next.get().tryEmitEmpty();
		drain();
		assertThat(this.acknowledged).hasValue(100_000);
	}

	@Test
	void closingCancelsWhatIsWaitedForAndDoesNotAcknowledgeIt() {
		AtomicInteger cancelled = new AtomicInteger();
		AtomicInteger later = new AtomicInteger();
		Sinks.Empty<Void> sink = Sinks.empty();
		this.dispatcher.setHandlers(
				List.of(new AsyncHandler("open", 1, (envelope) -> sink.asMono().doOnCancel(cancelled::incrementAndGet)),
						new AsyncHandler("later", 2, (envelope) -> Mono.fromRunnable(later::incrementAndGet))));
		for (int guild = 1; guild <= 10; guild++) {
			dispatch(guild, guild);
		}
		await().atMost(LIMIT).until(() -> sink.currentSubscriberCount() == 10);
		this.dispatcher.close();
		await().atMost(LIMIT).untilAsserted(() -> assertThat(cancelled).hasValue(10));
		sink.tryEmitEmpty();
		assertThat(this.acknowledged).hasValue(0);
		assertThat(later).hasValue(0);
		assertThat(this.dispatcher.statistics().pending(SHARD)).isEqualTo(10);
	}

	@Test
	void closingCancelsWhatIsBeingSubscribedTo() throws Exception {
		AtomicInteger cancelled = new AtomicInteger();
		this.dispatcher.setHandlers(List.of(new AsyncHandler("closing",
				(envelope) -> Mono.<Void>never()
					.doOnSubscribe((subscription) -> this.dispatcher.close())
					.doOnCancel(cancelled::incrementAndGet))));
		dispatch(1, 1);
		await().atMost(LIMIT).untilAsserted(() -> assertThat(cancelled).hasValue(1));
		assertThat(this.acknowledged).hasValue(0);
	}

	@Test
	void withoutAnOrderEventsWaitSideBySide() {
		EventDispatcher unordered = dispatcher(DispatchOrdering.NONE);
		Sinks.Empty<Void> release = Sinks.empty();
		unordered.setHandlers(List.of(new AsyncHandler("waiting", (envelope) -> release.asMono())));
		for (int i = 1; i <= 20; i++) {
			dispatch(unordered, 1, i);
		}
		await().atMost(LIMIT).until(() -> release.currentSubscriberCount() == 20);
		assertThat(unordered.statistics().lanes()).isEqualTo(20);
		release.tryEmitEmpty();
		unordered.drain().block(LIMIT);
		assertThat(this.acknowledged).hasValue(20);
		await().atMost(LIMIT).untilAsserted(() -> assertThat(unordered.statistics().lanes()).isZero());
	}

	@Test
	void handlersOfBothKindsKeepTheOrderOfEachGuildWhoeverCompletesWhen() {
		int guilds = 50;
		int perGuild = 400;
		Map<Snowflake, List<Long>> seen = new ConcurrentHashMap<>();
		Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
		Map<String, Integer> reached = new ConcurrentHashMap<>();
		List<String> faults = new CopyOnWriteArrayList<>();
		this.dispatcher.setHandlers(List.of(new AsyncHandler("begins", 1, (envelope) -> {
			String lane = "begins " + guild(envelope);
			begin(lane, envelope, running, faults);
			reach(1, envelope, reached, faults);
			return politelyAtRandom().then(Mono.fromRunnable(() -> end(lane, running)));
		}), new AsyncHandler("records", 2, (envelope) -> {
			reach(2, envelope, reached, faults);
			seen.computeIfAbsent(guild(envelope), (id) -> new ArrayList<>()).add(envelope.sequence());
			return atRandom();
		}), new AsyncHandler("ends", 3, (envelope) -> {
			String lane = "ends " + guild(envelope);
			begin(lane, envelope, running, faults);
			reach(3, envelope, reached, faults);
			return politelyAtRandom().then(Mono.fromRunnable(() -> end(lane, running)));
		})));
		for (int sequence = 1; sequence <= perGuild; sequence++) {
			for (int guild = 1; guild <= guilds; guild++) {
				dispatch(guild, sequence);
			}
		}
		drain();
		List<Long> inOrder = LongStream.rangeClosed(1, perGuild).boxed().toList();
		assertThat(seen).hasSize(guilds).allSatisfy((guild, numbers) -> assertThat(numbers).isEqualTo(inOrder));
		assertThat(faults).isEmpty();
		assertThat(this.acknowledged).hasValue(guilds * perGuild);
		assertThat(this.dispatcher.statistics().handlers()).allSatisfy((id, counts) -> {
			assertThat(counts.calls()).isEqualTo(guilds * perGuild);
			assertThat(counts.failed()).isZero();
		});
	}

	private static void begin(String lane, EventEnvelope envelope, Map<String, AtomicInteger> running,
			List<String> faults) {
		if (running.computeIfAbsent(lane, (id) -> new AtomicInteger()).getAndIncrement() != 0) {
			faults.add(lane + " overlaps at " + envelope);
		}
	}

	private static void end(String lane, Map<String, AtomicInteger> running) {
		running.computeIfAbsent(lane, (id) -> new AtomicInteger()).decrementAndGet();
	}

	private static void reach(int handler, EventEnvelope envelope, Map<String, Integer> reached, List<String> faults) {
		Integer before = reached.put(guild(envelope) + " " + envelope, handler);
		if (((before != null) ? before : 0) != handler - 1) {
			faults.add("handler " + handler + " comes after " + before + " with " + envelope);
		}
	}

	private static Snowflake guild(EventEnvelope envelope) {
		Snowflake guild = envelope.guildId();
		assertThat(guild).isNotNull();
		return guild;
	}

	/** Completes at once, on this thread, on another one, or in a race of two. */
	private static Mono<Void> atRandom() {
		return (ThreadLocalRandom.current().nextInt(4) > 0) ? politelyAtRandom()
				: new RudeMono(Rudeness.COMPLETES_ON_TWO_THREADS);
	}

	/** As above, but once: operators rely on that. */
	private static Mono<Void> politelyAtRandom() {
		return switch (ThreadLocalRandom.current().nextInt(3)) {
			case 0 -> Mono.empty();
			case 1 -> Mono.fromRunnable(Thread::yield);
			default -> Mono.<Void>fromRunnable(Thread::yield).subscribeOn(Schedulers.parallel());
		};
	}

	enum Rudeness {

		COMPLETES_TWICE(false), FAILS_AFTER_COMPLETION(false), COMPLETES_AFTER_FAILURE(true),
		COMPLETES_ON_TWO_THREADS(false), SUBSCRIBES_TWICE(false), THROWS_IN_SUBSCRIBE(true),
		THROWS_AN_ERROR_OF_THE_JVM(true), NEVER_CALLS_ON_SUBSCRIBE(false), COMPLETES_AND_THROWS(false);

		private final boolean failing;

		Rudeness(boolean failing) {
			this.failing = failing;
		}

	}

	private static final class RudeMono extends Mono<Void> {

		private final Rudeness rudeness;

		RudeMono(Rudeness rudeness) {
			this.rudeness = rudeness;
		}

		@Override
		public void subscribe(CoreSubscriber<? super Void> subscriber) {
			if (this.rudeness != Rudeness.NEVER_CALLS_ON_SUBSCRIBE) {
				subscriber.onSubscribe(Operators.emptySubscription());
			}
			switch (this.rudeness) {
				case COMPLETES_TWICE -> {
					subscriber.onComplete();
					subscriber.onComplete();
				}
				case FAILS_AFTER_COMPLETION -> {
					subscriber.onComplete();
					subscriber.onError(new IllegalStateException("too late"));
				}
				case COMPLETES_AFTER_FAILURE -> {
					subscriber.onError(new IllegalStateException("on purpose"));
					subscriber.onComplete();
				}
				case COMPLETES_ON_TWO_THREADS -> {
					Schedulers.parallel().schedule(subscriber::onComplete);
					Schedulers.parallel().schedule(subscriber::onComplete);
				}
				case SUBSCRIBES_TWICE -> {
					subscriber.onSubscribe(new Subscription() {

						@Override
						public void request(long amount) {
						}

						@Override
						public void cancel() {
						}

					});
					subscriber.onComplete();
				}
				case THROWS_IN_SUBSCRIBE -> throw new IllegalStateException("on purpose");
				case THROWS_AN_ERROR_OF_THE_JVM -> throw new InternalError("on purpose");
				case NEVER_CALLS_ON_SUBSCRIBE -> subscriber.onComplete();
				case COMPLETES_AND_THROWS -> {
					subscriber.onComplete();
					throw new IllegalStateException("too late");
				}
			}
		}

	}

}
