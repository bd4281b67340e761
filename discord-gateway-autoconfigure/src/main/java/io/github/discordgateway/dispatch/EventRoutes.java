package io.github.discordgateway.dispatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.discordgateway.event.EventType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * All routes, made anew when the handlers change and never changed itself: an event costs
 * one look into a map.
 */
final class EventRoutes {

	private final Map<String, EventRoute> byName = new HashMap<>();

	private final EventRoute unknown;

	EventRoutes(Collection<? extends EventHandler> handlers, DispatchStatistics statistics) {
		List<EventHandler> ordered = handlers.stream()
			.<EventHandler>map((handler) -> handler)
			.sorted(AnnotationAwareOrderComparator.INSTANCE)
			.toList();
		Set<String> names = new HashSet<>();
		for (EventType type : EventType.values()) {
			names.add(type.name());
		}
		ordered.forEach((handler) -> names.addAll(handler.interest().names()));
		for (String name : names) {
			EventType type = EventType.of(name);
			EventType decodable = (type != null && type.eventClass() != null) ? type : null;
			List<EventHandler> wanting = ordered.stream()
				.filter((handler) -> isWanting(handler, name, decodable))
				.toList();
			this.byName.put(name, new EventRoute(decodable, wanting, statistics.counters(type)));
		}
		List<EventHandler> catchAll = ordered.stream()
			.filter((handler) -> handler.interest().all() && !handler.interest().form().requiresTyped())
			.toList();
		this.unknown = new EventRoute(null, catchAll, statistics.counters(null));
	}

	private static boolean isWanting(EventHandler handler, String name, @Nullable EventType decodable) {
		EventInterest interest = handler.interest();
		boolean possible = decodable != null || !interest.form().requiresTyped();
		if (interest.names().contains(name) && !possible) {
			throw new IllegalArgumentException("Listener " + handler.description() + " wants " + name
					+ " decoded, for which there is no record: let it take the event raw");
		}
		return possible && (interest.all() || interest.names().contains(name));
	}

	EventRoute find(String name) {
		EventRoute route = this.byName.get(name);
		return (route != null) ? route : this.unknown;
	}

}
