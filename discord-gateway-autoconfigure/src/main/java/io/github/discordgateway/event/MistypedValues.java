package io.github.discordgateway.event;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

import io.github.discordgateway.event.codec.ReadContext;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import tools.jackson.core.JsonParser;

/**
 * Counts the values that had another type than documented, and reports each place once:
 * one that is wrong in every event must not fill the log.
 */
final class MistypedValues {

	/** Places in maps have keys of users' making, so their number needs a bound. */
	private static final int MAX_PLACES = 1000;

	/** Stands for all places beyond the bound. */
	private static final String ELSEWHERE = "elsewhere";

	private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

	private static final Log logger = LogFactory.getLog(EventDecoder.class);

	private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

	ReadContext context(EventType type, JsonParser parser) {
		return new ReadContext(parser, (place) -> report(type + INDEX.matcher(place.substring(1)).replaceAll("[]")));
	}

	private void report(String place) {
		LongAdder count = this.counts.get(place);
		if (count == null) {
			count = add((this.counts.size() < MAX_PLACES) ? place : ELSEWHERE);
		}
		count.increment();
	}

	private LongAdder add(String place) {
		LongAdder added = new LongAdder();
		LongAdder known = this.counts.putIfAbsent(place, added);
		if (known != null) {
			return known;
		}
		logger.warn("A value of " + place + " is not of the documented type. It is left out, here and in further "
				+ "events, and the events are delivered without it");
		return added;
	}

	/** How often so far, by event and place. */
	SortedMap<String, Long> snapshot() {
		SortedMap<String, Long> snapshot = new TreeMap<>();
		this.counts.forEach((place, count) -> snapshot.put(place, count.sum()));
		return Collections.unmodifiableSortedMap(snapshot);
	}

}
