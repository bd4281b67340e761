package io.github.discordgateway.listener;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Calls a function with the decoded event.
 *
 * @param <E> the record of the event, or a supertype of several
 */
final class FunctionHandler<E extends GatewayEvent> implements EventHandler {

	private final String id;

	private final String description;

	private final Class<E> type;

	private final EventInterest interest;

	private final Call<? super E> call;

	private FunctionHandler(String id, Class<E> type, Object function, Call<? super E> call) {
		this.id = id;
		String name = function.getClass().getName();
		int lambda = name.indexOf("$$Lambda");
		this.description = ((lambda > 0) ? name.substring(0, lambda) + " (a lambda)" : name) + " of "
				+ type.getSimpleName();
		this.type = type;
		Set<EventType> events = ListenerMethod.eventsOf(type);
		boolean all = events.equals(ListenerMethod.eventsOf(GatewayEvent.class));
		this.interest = all ? EventInterest.inAll(EventForm.TYPED)
				: EventInterest.in(ListenerMethod.namesOf(events), EventForm.TYPED);
		this.call = call;
	}

	static <E extends GatewayEvent> EventHandler blocking(String id, Class<E> type,
			GatewayEventHandler<? super E> function) {
		return new FunctionHandler<>(id, type, function, (event) -> {
			function.handle(event);
			return null;
		});
	}

	static <E extends GatewayEvent> EventHandler reactive(String id, Class<E> type,
			Function<? super E, ? extends Publisher<?>> function) {
		return new FunctionHandler<>(id, type, function, (event) -> Flux.from(function.apply(event)).then());
	}

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public String description() {
		return this.description;
	}

	@Override
	public EventInterest interest() {
		return this.interest;
	}

	@Override
	public void handle(EventEnvelope envelope) throws Exception {
		BlockingWait.await(handleAsync(envelope));
	}

	@Override
	public @Nullable Mono<Void> handleAsync(EventEnvelope envelope) throws Exception {
		return this.call.call(Objects.requireNonNull(this.type.cast(envelope.event())));
	}

	/** The function. */
	@FunctionalInterface
	private interface Call<E> {

		@Nullable Mono<Void> call(E event) throws Exception;

	}

}
