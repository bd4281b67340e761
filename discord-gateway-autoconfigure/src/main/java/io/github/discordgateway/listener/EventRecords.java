package io.github.discordgateway.listener;

import java.util.EnumSet;
import java.util.Set;

import io.github.discordgateway.event.EventType;

/**
 * Tells which events a class stands for.
 */
@FunctionalInterface
interface EventRecords {

	/** According to the table of events. */
	EventRecords DOCUMENTED = (eventClass) -> {
		Set<EventType> types = EnumSet.noneOf(EventType.class);
		for (EventType type : EventType.values()) {
			Class<?> candidate = type.eventClass();
			if (candidate != null && eventClass.isAssignableFrom(candidate)) {
				types.add(type);
			}
		}
		return types;
	};

	/**
	 * The events of a class.
	 * @param eventClass the record of an event, or a supertype of such
	 * @return the events whose record it is or is a supertype of
	 */
	Set<EventType> typesOf(Class<?> eventClass);

}
