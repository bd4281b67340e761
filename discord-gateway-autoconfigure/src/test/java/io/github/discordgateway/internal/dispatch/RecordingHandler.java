package io.github.discordgateway.internal.dispatch;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;

/**
 * A handler that remembers its events and then does what a test wants.
 */
final class RecordingHandler implements EventHandler {

	final List<EventEnvelope> events = new CopyOnWriteArrayList<>();

	private final String id;

	private final EventInterest interest;

	private final Action action;

	RecordingHandler(String id, EventInterest interest, Action action) {
		this.id = id;
		this.interest = interest;
		this.action = action;
	}

	static RecordingHandler of(EventForm form, String... names) {
		return doing((envelope) -> {
		}, form, names);
	}

	static RecordingHandler doing(Action action, EventForm form, String... names) {
		EventInterest interest = (names.length > 0) ? EventInterest.in(Set.of(names), form) : EventInterest.inAll(form);
		return new RecordingHandler(form + " handler of " + List.of(names), interest, action);
	}

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public EventInterest interest() {
		return this.interest;
	}

	@Override
	public void handle(EventEnvelope envelope) throws Exception {
		this.events.add(envelope);
		this.action.handle(envelope);
	}

	List<String> names() {
		return this.events.stream().map(EventEnvelope::name).toList();
	}

	List<String> bodies() {
		return this.events.stream().map(EventEnvelope::raw).filter(Objects::nonNull).map(RawEvent::text).toList();
	}

	interface Action {

		void handle(EventEnvelope envelope) throws Exception;

	}

}
