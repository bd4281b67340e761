package io.github.discordgateway.listener;

import java.util.Set;

import io.github.discordgateway.event.EventEnvelope;

/**
 * A handler that only wants.
 *
 * @param id its id
 * @param interest what it wants
 */
record StubHandler(String id, EventInterest interest) implements EventHandler {

	static StubHandler of(String id, String... names) {
		return new StubHandler(id, (names.length > 0) ? EventInterest.in(Set.of(names), EventForm.RAW)
				: EventInterest.inAll(EventForm.RAW));
	}

	@Override
	public void handle(EventEnvelope envelope) {
		throw new UnsupportedOperationException("It only wants");
	}

}
