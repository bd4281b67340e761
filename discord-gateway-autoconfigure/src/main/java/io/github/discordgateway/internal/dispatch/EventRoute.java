package io.github.discordgateway.internal.dispatch;

import java.util.List;
import java.util.function.Function;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Where events of one name go.
 */
final class EventRoute {

	/** The event, when it is documented and has a record. */
	final @Nullable EventType decodable;

	final EventHandler[] handlers;

	/** Finds those of them that want an event. */
	final HandlerIndex index;

	/** The forms of the handlers, at the same index. */
	final EventForm[] forms;

	/** The counts of the handlers, at the same index. */
	final HandlerCounters[] handlerCounters;

	/** The lanes of the handlers, at the same index. */
	final Lanes[] lanes;

	/** Which events of a handler keep their order, at the same index. */
	final DispatchOrdering[] orderings;

	/** So many handlers, the first ones, come one after the other. */
	final int ordered;

	/** Told about the calls. */
	final HandlerCalls calls;

	/** Who gets the events as a stream. */
	final EventSubscription[] subscriptions;

	final EventCounters counters;

	/** Whether events may be dropped when too many are pending. */
	final boolean sheddable;

	/**
	 * Whether the events wait for no other event: an interaction has to be answered
	 * within three seconds.
	 */
	final boolean urgent;

	private boolean typed;

	private boolean raw;

	private boolean servedUndecoded;

	/**
	 * Makes a route.
	 * @param decodable the event, when it is documented and has a record
	 * @param handlers who wants it, those that carry an order first, in that order
	 * @param subscriptions who gets it as a stream
	 * @param counters the counts of the event
	 * @param sheddable whether the event may be dropped when too many are pending
	 * @param ordering which events keep their order, unless a handler says otherwise
	 * @param surroundings what handlers have besides
	 */
	EventRoute(@Nullable EventType decodable, List<EventHandler> handlers, List<EventSubscription> subscriptions,
			EventCounters counters, boolean sheddable, Function<EventHandler, DispatchOrdering> ordering,
			Surroundings surroundings) {
		this.decodable = decodable;
		this.handlers = handlers.toArray(EventHandler[]::new);
		this.index = new HandlerIndex(handlers);
		this.forms = new EventForm[this.handlers.length];
		this.handlerCounters = handlers.stream()
			.map(surroundings.statistics()::counters)
			.toArray(HandlerCounters[]::new);
		this.lanes = handlers.stream().map(surroundings.lanes()::of).toArray(Lanes[]::new);
		this.orderings = handlers.stream().map(ordering).toArray(DispatchOrdering[]::new);
		this.ordered = (int) handlers.stream().filter((handler) -> handler.order() != null).count();
		this.calls = surroundings.calls();
		this.counters = counters;
		this.sheddable = sheddable;
		this.urgent = decodable == EventType.INTERACTION_CREATE;
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

	/**
	 * What handlers have besides their events.
	 *
	 * @param statistics their counts
	 * @param lanes their lanes
	 * @param calls told about their calls
	 */
	record Surroundings(DispatchCounters statistics, HandlerLanes lanes, HandlerCalls calls) {
	}

}
