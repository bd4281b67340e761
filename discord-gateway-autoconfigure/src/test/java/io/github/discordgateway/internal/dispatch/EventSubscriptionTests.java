package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventInterest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the streams of an {@link EventDispatcher}.
 */
class EventSubscriptionTests {

	private static final ShardId SHARD = TestEvents.SHARD;

	private static final EventInterest MESSAGES = EventInterest.in(Set.of("MESSAGE_CREATE"), EventForm.TYPED);

	private final ExecutorService pool = Executors.newFixedThreadPool(2,
			(task) -> new Thread(task, "listener of the test"));

	private final EventDispatcher dispatcher = new EventDispatcher(new TestEvents(), this.pool, DispatchOrdering.GUILD,
			4, (error, envelope, handler) -> {
			});

	private final AtomicInteger handled = new AtomicInteger();

	private final List<String> backPressure = new CopyOnWriteArrayList<>();

	private final Flux<EventEnvelope> events = this.dispatcher.events(MESSAGES);

	@AfterEach
	void stopPool() {
		this.pool.shutdownNow();
	}

	private void dispatchMessages(int count) {
		for (int i = 1; i <= count; i++) {
			this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, i), false,
					this.handled::incrementAndGet);
		}
	}

	private void watchBackPressure() {
		this.dispatcher.setBackPressure(new BackPressure() {

			@Override
			public void pause(ShardId shard) {
				EventSubscriptionTests.this.backPressure.add("pause");
			}

			@Override
			public void resume(ShardId shard) {
				EventSubscriptionTests.this.backPressure.add("resume");
			}

		});
	}

	@Test
	void eventsOfALaneComeInOrderOnTheListenersThreads() {
		List<String> threads = new CopyOnWriteArrayList<>();
		StepVerifier
			.create(this.events.doOnNext((envelope) -> threads.add(Thread.currentThread().getName()))
				.map(EventEnvelope::sequence))
			.then(() -> dispatchMessages(3))
			.expectNext(1L, 2L, 3L)
			.thenCancel()
			.verify(Duration.ofSeconds(30));
		assertThat(threads).containsOnly("listener of the test");
		await().untilAtomic(this.handled, (count) -> assertThat(count).isEqualTo(3));
	}

	@Test
	void asManyAsAreAskedForComeAndTheOthersStayPending() {
		StepVerifier.create(this.events.map(EventEnvelope::sequence), 0)
			.then(() -> dispatchMessages(3))
			.thenRequest(1)
			.expectNext(1L)
			.then(() -> await().untilAtomic(this.handled, (count) -> assertThat(count).isEqualTo(1)))
			.then(() -> assertThat(this.dispatcher.statistics().pending(SHARD)).isEqualTo(2))
			.thenRequest(2)
			.expectNext(2L, 3L)
			.thenCancel()
			.verify(Duration.ofSeconds(30));
		await().untilAtomic(this.handled, (count) -> assertThat(count).isEqualTo(3));
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE").handled()).isEqualTo(3);
	}

	@Test
	void anEventIsHandledWhenOnNextHasReturned() {
		CountDownLatch received = new CountDownLatch(1);
		CountDownLatch mayReturn = new CountDownLatch(1);
		this.events.subscribe((envelope) -> {
			received.countDown();
			await().until(() -> mayReturn.getCount() == 0);
		});
		dispatchMessages(1);
		await().until(() -> received.getCount() == 0);
		assertThat(this.handled).hasValue(0);
		mayReturn.countDown();
		await().untilAtomic(this.handled, (count) -> assertThat(count).isEqualTo(1));
	}

	@Test
	void aSubscriberThatAsksForNothingPausesTheShardAndHoldsUpNoHandler() {
		watchBackPressure();
		RecordingHandler handler = RecordingHandler.of(EventForm.TYPED, "MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(handler));
		BaseSubscriber<EventEnvelope> idle = new BaseSubscriber<>() {
			@Override
			protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
			}
		};
		this.events.subscribe(idle);
		dispatchMessages(4);
		await().until(() -> handler.events.size() == 4);
		assertThat(this.backPressure).containsExactly("pause");
		assertThat(this.handled).hasValue(0);
		idle.request(2);
		await().until(() -> this.backPressure.equals(List.of("pause", "resume")));
		idle.cancel();
		assertThat(this.handled).as("cancelling lets go of the others").hasValue(4);
		assertThat(this.dispatcher.drain().block(Duration.ofSeconds(30))).isNull();
		dispatchMessages(1);
		await().untilAtomic(this.handled, (count) -> assertThat(count).isEqualTo(5));
	}

	@Test
	void twoSubscribersAndAHandlerAllHaveTheEventBeforeItIsHandled() {
		CountDownLatch mayReturn = new CountDownLatch(1);
		RecordingHandler handler = RecordingHandler.doing((envelope) -> mayReturn.await(), EventForm.TYPED,
				"MESSAGE_CREATE");
		this.dispatcher.setHandlers(List.of(handler));
		List<EventEnvelope> first = new CopyOnWriteArrayList<>();
		List<EventEnvelope> second = new CopyOnWriteArrayList<>();
		this.events.subscribe(first::add);
		this.events.subscribe(second::add);
		dispatchMessages(1);
		await().until(() -> first.size() == 1 && second.size() == 1);
		assertThat(this.handled).hasValue(0);
		mayReturn.countDown();
		await().untilAtomic(this.handled, (count) -> assertThat(count).isEqualTo(1));
	}

	@Test
	void aSubscriberIsARouteAsLongAsItIsThere() {
		dispatchMessages(1);
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE").skipped()).isEqualTo(1);
		List<EventEnvelope> received = new CopyOnWriteArrayList<>();
		Disposable subscriber = this.events.subscribe(received::add);
		this.dispatcher.setHandlers(List.of());
		dispatchMessages(1);
		await().until(() -> received.size() == 1);
		subscriber.dispose();
		dispatchMessages(1);
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE").skipped()).isEqualTo(2);
		await().untilAtomic(this.handled, (count) -> assertThat(count).isEqualTo(3));
	}

	@Test
	void allEventsComeDecodedAndRawAndTheUnknownOnesToo() {
		List<EventEnvelope> received = new CopyOnWriteArrayList<>();
		this.dispatcher.events(EventInterest.inAll(EventForm.ANY)).subscribe(received::add);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("SOMETHING", 1, "{\"guild_id\":\"5\"}"),
				false, this.handled::incrementAndGet);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.message(5, 2), false,
				this.handled::incrementAndGet);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("MESSAGE_CREATE", 3, "[]"), false,
				this.handled::incrementAndGet);
		await().untilAtomic(this.handled, (count) -> assertThat(count).isEqualTo(3));
		List<String> names = new ArrayList<>();
		received.forEach((envelope) -> names.add(envelope.name() + ((envelope.event() != null) ? " typed" : "")
				+ ((envelope.raw() != null) ? " raw" : "")));
		assertThat(names).containsExactlyInAnyOrder("SOMETHING raw", "MESSAGE_CREATE typed raw", "MESSAGE_CREATE raw");
	}

	@Test
	void anEventThatCannotBeDecodedIsKeptFromAStreamOfDecodedOnes() {
		List<EventEnvelope> received = new CopyOnWriteArrayList<>();
		this.events.subscribe(received::add);
		this.dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("MESSAGE_CREATE", 1, "[]"), false,
				this.handled::incrementAndGet);
		dispatchMessages(1);
		await().untilAtomic(this.handled, (count) -> assertThat(count).isEqualTo(2));
		assertThat(received).hasSize(1);
	}

	@Test
	void aSubscriberWhoseCodeIsBrokenPausesNothing() {
		this.events.subscribe((envelope) -> {
			throw new NoClassDefFoundError("missing");
		});
		dispatchMessages(10);
		await().untilAtomic(this.handled, (count) -> assertThat(count).isEqualTo(10));
		await().until(() -> this.dispatcher.statistics().pending(SHARD) == 0);
		long skipped = this.dispatcher.statistics().counts("MESSAGE_CREATE").skipped();
		dispatchMessages(1);
		assertThat(this.dispatcher.statistics().counts("MESSAGE_CREATE").skipped()).as("it is no route any more")
			.isEqualTo(skipped + 1);
	}

	@Test
	void closingCompletesTheStreamsAndThoseThatComeLater() {
		StepVerifier.create(this.events).then(this.dispatcher::close).expectComplete().verify(Duration.ofSeconds(30));
		StepVerifier.create(this.events).expectComplete().verify(Duration.ofSeconds(30));
	}

}
