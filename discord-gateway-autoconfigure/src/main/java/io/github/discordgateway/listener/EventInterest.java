package io.github.discordgateway.listener;

import java.util.Set;

/**
 * Which events a handler wants, and in what form.
 *
 * @param names Discord's names of the events, also such that are not known; empty when
 * the handler wants all
 * @param all whether the handler wants every event: with a form that requires the decoded
 * event each one that has a record, otherwise also the unknown ones
 * @param form what the handler uses of an event
 */
public record EventInterest(Set<String> names, boolean all, EventForm form) {

	/**
	 * Checks that something is wanted.
	 * @param names Discord's names of the events
	 * @param all whether the handler wants every event
	 * @param form what the handler uses of an event
	 * @throws IllegalArgumentException when there are neither names nor all events, or
	 * both
	 */
	public EventInterest {
		if (names.isEmpty() != all) {
			throw new IllegalArgumentException(
					"An interest is either in named events or in all of them, not: " + names + ", all: " + all);
		}
		names = Set.copyOf(names);
	}

	/**
	 * An interest in some events.
	 * @param names Discord's names of the events
	 * @param form what the handler uses of an event
	 * @return the interest
	 */
	public static EventInterest in(Set<String> names, EventForm form) {
		return new EventInterest(names, false, form);
	}

	/**
	 * An interest in every event.
	 * @param form what the handler uses of an event
	 * @return the interest
	 */
	public static EventInterest inAll(EventForm form) {
		return new EventInterest(Set.of(), true, form);
	}

}
