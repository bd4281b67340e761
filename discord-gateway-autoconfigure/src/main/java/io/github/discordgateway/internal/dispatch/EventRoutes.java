package io.github.discordgateway.internal.dispatch;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import org.jspecify.annotations.Nullable;

/**
 * All routes, made anew when the handlers change and never changed itself: an event costs
 * one look into a map. Interactions have to be answered within three seconds, so that
 * they wait for no other event, whatever ordering is asked for.
 */
final class EventRoutes {

	private final Map<String, EventRoute> byName = new HashMap<>();

	private final EventRoute unknown;

	EventRoutes(Collection<? extends EventHandler> handlers, Collection<EventSubscription> subscriptions,
			Set<EventType> shed, DispatchOrdering ordering, EventRoute.Surroundings surroundings) {
		DispatchCounters statistics = surroundings.statistics();
		Function<EventHandler, DispatchOrdering> orderingOf = (handler) -> {
			DispatchOrdering own = handler.ordering();
			return (own != null) ? own : ordering;
		};
		List<EventHandler> ordered = handlers.stream()
			.<EventHandler>map((handler) -> handler)
			.sorted(Comparator.comparing(EventHandler::order, Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
		Set<String> names = new HashSet<>();
		for (EventType type : EventType.values()) {
			names.add(type.name());
		}
		ordered.forEach((handler) -> names.addAll(handler.interest().names()));
		subscriptions.forEach((subscription) -> names.addAll(subscription.interest().names()));
		for (String name : names) {
			EventType type = EventType.of(name);
			EventType decodable = (type != null && type.eventClass() != null) ? type : null;
			List<EventHandler> wanting = ordered.stream()
				.filter((handler) -> isWanting(handler, name, decodable))
				.toList();
			List<EventSubscription> subscribed = subscriptions.stream()
				.filter((subscription) -> wants(subscription.interest(), name, decodable))
				.toList();
			this.byName.put(name, new EventRoute(decodable, wanting, subscribed, statistics.counters(type),
					type != null && shed.contains(type), orderingOf, surroundings));
		}
		List<EventHandler> catchAll = ordered.stream().filter((handler) -> wantsUnknown(handler.interest())).toList();
		List<EventSubscription> subscribedToAll = subscriptions.stream()
			.filter((subscription) -> wantsUnknown(subscription.interest()))
			.toList();
		this.unknown = new EventRoute(null, catchAll, subscribedToAll, statistics.counters((EventType) null), false,
				orderingOf, surroundings);
	}

	private static boolean isWanting(EventHandler handler, String name, @Nullable EventType decodable) {
		EventInterest interest = handler.interest();
		if (interest.names().contains(name) && decodable == null && interest.form().requiresTyped()) {
			throw new IllegalArgumentException("Listener " + handler.description() + " wants " + name
					+ " decoded, for which there is no record: let it take the event raw");
		}
		return wants(interest, name, decodable);
	}

	private static boolean wants(EventInterest interest, String name, @Nullable EventType decodable) {
		return (decodable != null || !interest.form().requiresTyped())
				&& (interest.all() || interest.names().contains(name));
	}

	private static boolean wantsUnknown(EventInterest interest) {
		return interest.all() && !interest.form().requiresTyped();
	}

	EventRoute find(String name) {
		EventRoute route = this.byName.get(name);
		return (route != null) ? route : this.unknown;
	}

}
