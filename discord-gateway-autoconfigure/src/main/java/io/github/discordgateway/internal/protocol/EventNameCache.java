package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * The names of the events that have come, so that no text is made of a name that has come
 * before. Of two names that claim the same place the one that came last has it. May be
 * used by any number of threads.
 */
final class EventNameCache {

	/** A power of two, several times the number of events that there are. */
	private static final int PLACES = 512;

	/** A longer one is no name of an event. */
	private static final int MAX_LENGTH = 64;

	private final AtomicReferenceArray<@Nullable Name> names = new AtomicReferenceArray<>(PLACES);

	/**
	 * Finds the end of what is written as names of events are.
	 * @param buffer holds it
	 * @param start where it starts
	 * @param end where everything ends
	 * @return the index behind its last letter; -1 when it has none, or too many
	 */
	static int end(byte[] buffer, int start, int end) {
		int at = start;
		while (at < end && (buffer[at] >= 'A' && buffer[at] <= 'Z' || buffer[at] == '_')) {
			at++;
		}
		return (at > start && at - start <= MAX_LENGTH) ? at : -1;
	}

	/**
	 * Returns a name as text.
	 * @param buffer holds it in ASCII
	 * @param start where it starts
	 * @param end where it ends
	 * @return the text
	 */
	String of(byte[] buffer, int start, int end) {
		int place = place(buffer, start, end);
		Name known = this.names.getAcquire(place);
		if (known != null && Arrays.equals(buffer, start, end, known.bytes, 0, known.bytes.length)) {
			return known.text;
		}
		Name made = new Name(Arrays.copyOfRange(buffer, start, end),
				new String(buffer, start, end - start, StandardCharsets.US_ASCII));
		this.names.setRelease(place, made);
		return made.text;
	}

	private static int place(byte[] buffer, int start, int end) {
		int hash = 0;
		for (int i = start; i < end; i++) {
			hash = 31 * hash + buffer[i];
		}
		return (hash ^ (hash >>> 9)) & (PLACES - 1);
	}

	private record Name(byte[] bytes, String text) {
	}

}
