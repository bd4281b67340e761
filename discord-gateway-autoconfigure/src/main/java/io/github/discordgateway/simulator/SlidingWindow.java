package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * So many in so much time, as Discord limits what one connection sends (120 frames in 60
 * seconds, all opcodes counted). A sliding window is the strictest reading of that
 * sentence. Not thread-safe.
 */
final class SlidingWindow {

	private final int limit;

	private final long windowNanos;

	private final Deque<Long> taken = new ArrayDeque<>();

	SlidingWindow(int limit, Duration window) {
		this.limit = limit;
		this.windowNanos = window.toNanos();
	}

	/**
	 * Counts one.
	 * @param now the present, on the scale of {@link System#nanoTime()}
	 * @return whether it was still within the limit
	 */
	boolean tryAcquire(long now) {
		Long oldest;
		while ((oldest = this.taken.peekFirst()) != null && now - oldest >= this.windowNanos) {
			this.taken.removeFirst();
		}
		if (this.taken.size() >= this.limit) {
			return false;
		}
		this.taken.addLast(now);
		return true;
	}

}
