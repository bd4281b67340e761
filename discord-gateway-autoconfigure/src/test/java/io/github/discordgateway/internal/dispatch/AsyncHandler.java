package io.github.discordgateway.internal.dispatch;

import java.util.Set;
import java.util.function.Function;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A handler of {@code MESSAGE_CREATE} that returns what a test wants.
 */
record AsyncHandler(String id, @Nullable Integer order,
		Function<EventEnvelope, @Nullable Mono<Void>> returned) implements EventHandler {

	AsyncHandler(String id, Function<EventEnvelope, @Nullable Mono<Void>> returned) {
		this(id, null, returned);
	}

	@Override
	public EventInterest interest() {
		return EventInterest.in(Set.of("MESSAGE_CREATE"), EventForm.HEADER);
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
