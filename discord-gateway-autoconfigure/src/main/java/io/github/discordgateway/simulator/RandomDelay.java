package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A time that is drawn anew each time.
 *
 * @param shortest the shortest one
 * @param longest the longest one
 */
record RandomDelay(Duration shortest, Duration longest) {

	Duration next() {
		return Duration
			.ofNanos(ThreadLocalRandom.current().nextLong(this.shortest.toNanos(), this.longest.toNanos() + 1));
	}

}
