package io.github.discordgateway.internal.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The limit for all requests of a bot in a second. When the server counts a request is
 * not known, but for that it happens before the answer comes: a request takes its place
 * until a second after that. Wherever the server's seconds begin, and however long
 * requests are on their way, they are never too many.
 */
final class GlobalLimit {

	/** A second, and what a server's clock is coarser than ours. */
	private static final long WINDOW = Duration.ofMillis(1001).toNanos();

	private final int limit;

	private final Deque<Long> freeAt = new ArrayDeque<>();

	private int inFlight;

	private long blockedUntil = Long.MIN_VALUE;

	GlobalLimit(int limit) {
		this.limit = limit;
	}

	/**
	 * When the next request may go.
	 * @return a time; not after {@code now} when it may go at once, and
	 * {@link RequestLimits#NEVER} when only an answer can tell
	 */
	long nextAt(long now) {
		while (!this.freeAt.isEmpty() && this.freeAt.peek() <= now) {
			this.freeAt.remove();
		}
		if (now < this.blockedUntil) {
			return this.blockedUntil;
		}
		if (this.inFlight + this.freeAt.size() < this.limit) {
			return now;
		}
		return this.freeAt.isEmpty() ? RequestLimits.NEVER : this.freeAt.peek();
	}

	void sent() {
		this.inFlight++;
	}

	void answered(long now) {
		this.inFlight--;
		this.freeAt.add(now + WINDOW);
	}

	void unused() {
		this.inFlight--;
	}

	void blockUntil(long time) {
		this.blockedUntil = Math.max(this.blockedUntil, time);
	}

}
