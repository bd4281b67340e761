package io.github.discordgateway.autoconfigure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

import io.github.discordgateway.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Names of events as they stand in a configuration: in any case, with hyphens or
 * underscores or none.
 */
final class EventNames {

	private EventNames() {
	}

	/**
	 * Finds an event.
	 * @param name its name in any form, for example {@code presence-update}
	 * @return the event; {@code null} when there is none of the name
	 */
	static @Nullable EventType find(String name) {
		String plain = plain(name);
		return Arrays.stream(EventType.values())
			.filter((type) -> plain(type.name()).equals(plain))
			.findFirst()
			.orElse(null);
	}

	/**
	 * What was probably meant.
	 * @param name a name of no event
	 * @return the name of the event that takes the fewest changes, as it is written in a
	 * configuration
	 */
	static String nearest(String name) {
		String plain = plain(name);
		return Arrays.stream(EventType.values())
			.map((type) -> type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.min(Comparator.comparingInt((candidate) -> distance(plain(candidate), plain)))
			.orElseThrow();
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}

	/** Levenshtein's: letters to add, to take away or to change. */
	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		Arrays.setAll(row, (i) -> i);
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int changed = diagonal + ((one.charAt(i - 1) != other.charAt(j - 1)) ? 1 : 0);
				diagonal = row[j];
				row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[other.length()];
	}

}
