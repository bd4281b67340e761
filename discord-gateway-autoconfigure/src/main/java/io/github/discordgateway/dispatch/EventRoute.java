package io.github.discordgateway.dispatch;

import java.util.List;
import java.util.function.Function;

import io.github.discordgateway.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Where events of one name go.
 */
final class EventRoute {

	/** The event, when it is documented and has a record. */
	final @Nullable EventType decodable;

	final EventHandler[] handlers;

	/** The forms of the handlers, at the same index. */
	final EventForm[] forms;

	/** The counts of the handlers, at the same index. */
	final HandlerCounters[] handlerCounters;

	/** Who gets the events as a stream. */
	final EventSubscription[] subscriptions;

	final EventCounters counters;

	/** Whether events may be dropped when too many are pending. */
	final boolean sheddable;

	private boolean typed;

	private boolean raw;

	private boolean servedUndecoded;

	EventRoute(@Nullable EventType decodable, List<EventHandler> handlers, List<EventSubscription> subscriptions,
			EventCounters counters, boolean sheddable, Function<EventHandler, HandlerCounters> handlerCounters) {
		this.decodable = decodable;
		this.handlers = handlers.toArray(EventHandler[]::new);
		this.forms = new EventForm[this.handlers.length];
		this.handlerCounters = handlers.stream().map(handlerCounters).toArray(HandlerCounters[]::new);
		this.counters = counters;
		this.sheddable = sheddable;
		for (int i = 0; i < this.handlers.length; i++) {
			this.forms[i] = this.handlers[i].interest().form();
			serve(this.forms[i]);
		}
		this.subscriptions = subscriptions.toArray(EventSubscription[]::new);
		subscriptions.forEach((subscription) -> serve(subscription.interest().form()));
	}

	private void serve(EventForm form) {
		this.typed |= form.isTyped();
		this.raw |= form.isRaw();
		this.servedUndecoded |= !form.requiresTyped();
	}

	boolean isUnwanted() {
		return this.handlers.length == 0 && this.subscriptions.length == 0;
	}

	@Nullable EventType toDecode() {
		return this.typed ? this.decodable : null;
	}

	boolean wantsRaw() {
		return this.raw;
	}

	/** Whether some handler takes an event that was not decoded. */
	boolean isServedUndecoded() {
		return this.servedUndecoded;
	}

}
