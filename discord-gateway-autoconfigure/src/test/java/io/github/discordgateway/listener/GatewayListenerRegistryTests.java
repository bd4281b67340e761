package io.github.discordgateway.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.Intent;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.MessageEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link GatewayListenerRegistry} and the listeners in it.
 */
@ExtendWith(OutputCaptureExtension.class)
class GatewayListenerRegistryTests {

	private final GatewayListenerRegistry registry = new GatewayListenerRegistry();

	private final List<String> calls = new CopyOnWriteArrayList<>();

	@Test
	void tellsObserversWhatIsThereAndWhatChanges() {
		List<List<String>> seen = new ArrayList<>();
		this.registry.register(StubHandler.of("first", "READY"));
		this.registry.observe((handlers) -> seen.add(ids(handlers)));
		this.registry.register(StubHandler.of("second", "READY"));
		assertThat(this.registry.unregister("first")).isTrue();
		assertThat(this.registry.unregister("first")).isFalse();
		assertThat(seen).containsExactly(List.of("first"), List.of("first", "second"), List.of("second"));
		assertThat(ids(this.registry.handlers())).containsExactly("second");
	}

	@Test
	void refusesASecondHandlerOfTheSameIdAndKeepsTheFirst() {
		this.registry.register(StubHandler.of("same", "READY"));
		assertThatExceptionOfType(InvalidGatewayListenerException.class)
			.isThrownBy(() -> this.registry
				.register(List.of(StubHandler.of("other", "READY"), StubHandler.of("same", "RESUMED"))))
			.withMessage("Listener same has the id 'same', as has same. Give each listener an id of its own, or none.");
		assertThat(ids(this.registry.handlers())).containsExactly("same");
	}

	@Test
	void changeThatAnObserverRefusesIsNotMade() {
		AtomicInteger allowed = new AtomicInteger(1);
		this.registry.observe((handlers) -> {
			if (handlers.size() > allowed.get()) {
				throw new IllegalArgumentException("refused");
			}
		});
		ManagedListener first = this.registry.register(StubHandler.of("a", "READY"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.registry.register(StubHandler.of("b", "READY")));
		assertThat(ids(this.registry.handlers())).containsExactly("a");
		first.stop();
		allowed.set(0);
		assertThatIllegalArgumentException().isThrownBy(first::start);
		assertThat(first.state()).isEqualTo(ListenerState.STOPPED);
	}

	@Test
	void functionsAreListenersOfTheirEvents() throws Exception {
		ManagedListener one = this.registry.listen(MessageCreate.class,
				(event) -> this.calls.add(event.message().content()));
		ManagedListener group = this.registry.listen("group", MessageEvent.class, (event) -> this.calls.add("group"));
		ManagedListener all = this.registry.listen(GatewayEvent.class, (event) -> this.calls.add("any"));
		assertThat(one.interest()).isEqualTo(EventInterest.in(Set.of("MESSAGE_CREATE"), EventForm.TYPED));
		assertThat(group.interest())
			.isEqualTo(EventInterest.in(Set.of("MESSAGE_CREATE", "MESSAGE_UPDATE"), EventForm.TYPED));
		assertThat(all.interest()).isEqualTo(EventInterest.inAll(EventForm.TYPED));
		assertThat(one.description()).isEqualTo(getClass().getName() + " (a lambda) of MessageCreate");
		assertThat(this.registry.listeners()).extracting(ManagedListener::id)
			.containsExactly("MessageCreate-1", "group", "GatewayEvent-2");
		for (EventHandler handler : this.registry.handlers()) {
			handler.handle(message("hi"));
		}
		assertThat(this.calls).containsExactly("hi", "group", "any");
	}

	@Test
	void reactiveFunctionIsHandledWhenItsPublisherCompletes() throws Exception {
		this.registry.listenReactively(MessageCreate.class,
				(event) -> Mono.fromRunnable(() -> this.calls.add(event.message().content())));
		Mono<Void> rest = this.registry.handlers().get(0).handleAsync(message("hi"));
		assertThat(this.calls).isEmpty();
		StepVerifier.create(rest).verifyComplete();
		assertThat(this.calls).containsExactly("hi");
	}

	@Test
	void disposingRemovesAListener() throws Exception {
		ManagedListener listener = this.registry.listen(MessageCreate.class, (event) -> this.calls.add("called"));
		EventHandler handler = this.registry.handlers().get(0);
		assertThat(listener.isDisposed()).isFalse();
		listener.dispose();
		listener.dispose();
		assertThat(listener.isDisposed()).isTrue();
		assertThat(this.registry.handlers()).isEmpty();
		handler.handle(message("late"));
		listener.start();
		assertThat(listener.state()).isEqualTo(ListenerState.STOPPED);
		assertThat(this.calls).isEmpty();
	}

	@Test
	void stoppedListenerGetsNothingUntilItIsStarted() throws Exception {
		List<List<String>> seen = new ArrayList<>();
		this.registry.listen("bot", MessageCreate.class, (event) -> this.calls.add(event.message().content()));
		this.registry.observe((handlers) -> seen.add(ids(handlers)));
		this.registry.stop("bot");
		this.registry.stop("bot");
		assertThat(this.registry.listener("bot").state()).isEqualTo(ListenerState.STOPPED);
		this.registry.handlers().get(0).handle(message("while stopped"));
		this.registry.start("bot");
		this.registry.start("bot");
		this.registry.handlers().get(0).handle(message("after"));
		assertThat(seen).containsExactly(List.of("bot"), List.of(), List.of("bot"));
		assertThat(this.calls).containsExactly("after");
	}

	@Test
	void pausedListenerLetsItsEventsWaitWithoutAThread() throws Exception {
		ExecutorService executor = Executors.newSingleThreadExecutor((task) -> new Thread(task, "listeners"));
		try {
			GatewayListenerRegistry registry = new GatewayListenerRegistry(executor);
			registry.listen("bot", MessageCreate.class,
					(event) -> this.calls.add(event.message().content() + " on " + Thread.currentThread().getName()));
			registry.pause("bot");
			registry.pause("bot");
			assertThat(registry.listener("bot").state()).isEqualTo(ListenerState.PAUSED);
			Mono<Void> waiting = registry.handlers().get(0).handleAsync(message("hi"));
			StepVerifier.create(waiting)
				.then(() -> assertThat(this.calls).isEmpty())
				.then(() -> registry.resume("bot"))
				.verifyComplete();
			assertThat(this.calls).containsExactly("hi on listeners");
			assertThat(registry.listener("bot").state()).isEqualTo(ListenerState.RUNNING);
			assertThat(registry.handlers().get(0).handleAsync(message("at once"))).isNull();
			assertThat(this.calls).hasSize(2);
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void errorsThatReactorThrowsEndAnEventThatWaited() throws Exception {
		this.registry.listenReactively(MessageCreate.class, (event) -> Mono.fromRunnable(() -> {
			throw new NoClassDefFoundError("missing");
		}));
		this.registry.listen("thrown", MessageCreate.class, (event) -> {
			throw new NoClassDefFoundError("missing, too");
		});
		for (ManagedListener listener : this.registry.listeners()) {
			listener.pause();
		}
		List<EventHandler> handlers = this.registry.handlers();
		StepVerifier.create(handlers.get(0).handleAsync(message("hi")))
			.then(() -> this.registry.listeners().get(0).resume())
			.verifyErrorMessage("missing");
		StepVerifier.create(handlers.get(1).handleAsync(message("hi")))
			.then(() -> this.registry.listeners().get(1).resume())
			.verifyErrorMessage("missing, too");
	}

	@Test
	void stopLetsGoOfWhatWaits() throws Exception {
		this.registry.listen("bot", MessageCreate.class, (event) -> this.calls.add("called"));
		this.registry.pause("bot");
		Mono<Void> waiting = this.registry.handlers().get(0).handleAsync(message("hi"));
		StepVerifier.create(waiting).then(() -> this.registry.stop("bot")).verifyComplete();
		assertThat(this.calls).isEmpty();
		assertThatIllegalStateException().isThrownBy(() -> this.registry.pause("bot"))
			.withMessage("Listener 'bot' is stopped: start it first");
		assertThatIllegalStateException().isThrownBy(() -> this.registry.resume("bot"));
	}

	@Test
	void secondPauseHoldsWhatTheFirstHeld() throws Exception {
		// Events go on where the registry's scheduler lets them: after the second pause.
		List<Runnable> tasks = new CopyOnWriteArrayList<>();
		GatewayListenerRegistry registry = new GatewayListenerRegistry(tasks::add);
		registry.listen("bot", MessageCreate.class, (event) -> this.calls.add("called"));
		registry.pause("bot");
		Mono<Void> waiting = registry.handlers().get(0).handleAsync(message("hi"));
		StepVerifier.create(waiting)
			.then(() -> registry.resume("bot"))
			.then(() -> registry.pause("bot"))
			.then(() -> tasks.remove(0).run())
			.then(() -> assertThat(this.calls).isEmpty())
			.then(() -> registry.resume("bot"))
			.then(() -> tasks.remove(0).run())
			.verifyComplete();
		assertThat(this.calls).containsExactly("called");
	}

	@Test
	void unknownIdIsRefusedWithThoseThatThereAre() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.registry.listener("bot"))
			.withMessage("There is no listener 'bot', and no other either");
		this.registry.register(StubHandler.of("b", "READY"));
		this.registry.register(StubHandler.of("a", "READY"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.registry.pause("bot"))
			.withMessage("There is no listener 'bot'; there are a, b");
	}

	@Test
	void handlersKeepTheirOrder() {
		this.registry.register(new OrderedByAnnotation());
		this.registry.register(new OrderedByMethod());
		List<EventHandler> sorted = new ArrayList<>(this.registry.handlers());
		sorted.sort(AnnotationAwareOrderComparator.INSTANCE);
		assertThat(ids(sorted)).containsExactly("method", "annotation");
	}

	@Test
	void warnsAboutListenersThatComeLateAndGetNothing(CapturedOutput output) {
		this.registry.setIntents(Set.of(Intent.GUILDS));
		ManagedListener listener = this.registry.register(StubHandler.of("late", "MESSAGE_CREATE"));
		this.registry.register(StubHandler.of("fine", "GUILD_CREATE"));
		String warning = "Listener late wants MESSAGE_CREATE, which Discord does not send with the intents that the bot "
				+ "has declared: GUILDS. Add GUILD_MESSAGES or DIRECT_MESSAGES to discord.gateway.intents and start the "
				+ "application again";
		assertThat(output).containsOnlyOnce(warning).doesNotContain("Listener fine");
		listener.stop();
		listener.start();
		assertThat(output.toString().split(warning, -1)).as("warned again when it is started").hasSize(3);
	}

	private static EventEnvelope message(String content) {
		return TestEvents.envelope(TestEvents.message(content), null);
	}

	private static List<String> ids(List<EventHandler> handlers) {
		return handlers.stream().map(EventHandler::id).toList();
	}

	@Order(2)
	static class OrderedByAnnotation implements EventHandler {

		@Override
		public String id() {
			return "annotation";
		}

		@Override
		public EventInterest interest() {
			return EventInterest.inAll(EventForm.RAW);
		}

		@Override
		public void handle(EventEnvelope envelope) {
		}

	}

	static class OrderedByMethod extends OrderedByAnnotation implements Ordered {

		@Override
		public String id() {
			return "method";
		}

		@Override
		public int getOrder() {
			return 1;
		}

	}

}
