package io.github.discordgateway.identify;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time since this clock was made, in nanoseconds. A wall clock that is set, in either
 * direction, does not touch it.
 */
final class MonotonicClock {

	/** Nothing here takes longer; twice of it still fits into a long. */
	private static final Duration LONGEST = Duration.ofDays(365);

	private final LongSupplier nanoTime;

	private final long origin;

	/**
	 * Makes a clock that stands at 0.
	 * @param nanoTime a source such as {@link System#nanoTime()}, with any origin
	 */
	MonotonicClock(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.origin = nanoTime.getAsLong();
	}

	long now() {
		return this.nanoTime.getAsLong() - this.origin;
	}

	/** A length of time on this clock: not negative, and a year at most. */
	static long nanos(Duration duration) {
		if (duration.isNegative()) {
			return 0;
		}
		return ((duration.compareTo(LONGEST) < 0) ? duration : LONGEST).toNanos();
	}

}
