package io.github.discordgateway.internal.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.github.discordgateway.event.EventType;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values that had another type than documented, and reports each place once:
 * one that is wrong in every event must not fill the log.
 */
final class MistypedValues {

	/** Each place is a meter, and those in maps have keys of users' making. */
	static final int MAX_PLACES = 100;

	/** Stands for all places beyond the bound. */
	static final String ELSEWHERE = "elsewhere";

	private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

	/** Keys of maps are ids, or numbers of enums. */
	private static final Pattern KEY = Pattern.compile("\\.\\d+(?=[.\\[]|$)");

	private static final Log logger = LogFactory.getLog(EventDecoder.class);

	private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

	private final List<Consumer<String>> observers = new ArrayList<>();

	/** Told the places in the bodies of one event. */
	Consumer<String> of(EventType type) {
		return (place) -> report(type, place.substring(1));
	}

	private void report(EventType type, String path) {
		String indexed = INDEX.matcher(path).replaceAll("[]");
		String place = type + KEY.matcher(indexed).replaceAll(".*");
		LongAdder count = this.counts.get(place);
		((count != null) ? count : add(place)).increment();
	}

	private synchronized LongAdder add(String place) {
		String counted = (this.counts.size() < MAX_PLACES) ? place : ELSEWHERE;
		LongAdder known = this.counts.get(counted);
		if (known != null) {
			return known;
		}
		LongAdder added = new LongAdder();
		this.counts.put(counted, added);
		logger.warn("A value of " + place + " is not of the documented type. It is left out, here and in further "
				+ "events, and the events are delivered without it");
		this.observers.forEach((observer) -> observer.accept(counted));
		return added;
	}

	synchronized void observe(Consumer<String> observer) {
		this.counts.keySet().forEach(observer);
		this.observers.add(observer);
	}

	long count(String place) {
		@Nullable LongAdder count = this.counts.get(place);
		return (count != null) ? count.sum() : 0;
	}

	/** How often so far, by event and place. */
	SortedMap<String, Long> snapshot() {
		SortedMap<String, Long> snapshot = new TreeMap<>();
		this.counts.forEach((place, count) -> snapshot.put(place, count.sum()));
		return Collections.unmodifiableSortedMap(snapshot);
	}

}
