package io.github.discordgateway.internal.cluster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The size of all answers that wait for their subscribers, by request, and its limit. The
 * shard goes on reading when it is reached: a subscriber may itself wait for an event of
 * that shard, and other guilds have no part in it. Instead the request that holds most is
 * given up. Thread-safe.
 */
final class HeldAnswers {

	/** What the smallest answer takes, so that their number is bounded, too. */
	private static final int MIN_SIZE = 1024;

	private final long limit;

	private final Map<PendingRequest<?>, Long> sizes = new HashMap<>();

	private long total;

	/**
	 * Makes room for answers.
	 * @param limit how many bytes of JSON may wait
	 */
	HeldAnswers(long limit) {
		this.limit = limit;
	}

	static long size(int bytes) {
		return Math.max(bytes, MIN_SIZE);
	}

	/** Begins to count what a request holds. */
	synchronized void open(PendingRequest<?> request) {
		this.sizes.put(request, 0L);
	}

	/**
	 * Counts an answer, unless its request is closed.
	 * @param request holds the answer
	 * @param size the answer's size
	 * @return a request that is to be given up, and is closed already; {@code null} as
	 * long as there is room
	 */
	synchronized @Nullable PendingRequest<?> hold(PendingRequest<?> request, long size) {
		if (this.sizes.computeIfPresent(request, (same, before) -> before + size) == null) {
			return null;
		}
		this.total += size;
		if (this.total <= this.limit) {
			return null;
		}
		PendingRequest<?> largest = this.sizes.entrySet()
			.stream()
			.max(Comparator.comparingLong(Map.Entry::getValue))
			.map(Map.Entry::getKey)
			.orElse(request);
		close(largest);
		return largest;
	}

	/** Counts an answer off that its subscriber has taken. */
	synchronized void release(PendingRequest<?> request, long size) {
		if (this.sizes.computeIfPresent(request, (same, before) -> before - size) != null) {
			this.total -= size;
		}
	}

	/** Counts all off that a request holds. */
	synchronized void close(PendingRequest<?> request) {
		Long rest = this.sizes.remove(request);
		this.total -= (rest != null) ? rest : 0;
	}

	/** How much waits, in bytes. */
	synchronized long total() {
		return this.total;
	}

}
