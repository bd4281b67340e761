package io.github.discordgateway.internal.rest;

import java.time.Duration;

/**
 * Counts the requests that Discord calls invalid (401, 403, and 429 unless a limit was
 * shared), of which too many within 10 minutes ban the address for a while. From half of
 * them on requests are spaced out, so that the rest would last for 10 minutes if all
 * failed; shortly before the end nothing is sent until the oldest no longer count.
 */
final class InvalidRequests {

	private static final int WINDOW_SECONDS = 600;

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final int limit;

	/** By second; one more, since the first and the last are parts of seconds. */
	private final int[] counts = new int[WINDOW_SECONDS + 1];

	private long second = Long.MIN_VALUE;

	private int count;

	/** Those under way, each of which may turn out to be invalid. */
	private int pending;

	private long lastSent;

	InvalidRequests(int limit) {
		this.limit = limit;
	}

	void add(long now) {
		advance(now);
		this.counts[index(this.second)]++;
		this.count++;
	}

	void sent(long now) {
		this.lastSent = now;
		this.pending++;
	}

	void ended() {
		this.pending--;
	}

	int left(long now) {
		advance(now);
		return this.limit - this.count;
	}

	/** When the next request may go; not after {@code now} for at once. */
	long nextAt(long now, boolean urgent) {
		advance(now);
		int feared = urgent ? this.count : this.count + this.pending;
		if (feared >= this.limit * 9 / 10) {
			return (this.second + 1) * SECOND;
		}
		if (urgent || feared < this.limit / 2) {
			return now;
		}
		return Math.max(now, this.lastSent + WINDOW_SECONDS * SECOND / (this.limit * 2L / 5));
	}

	private void advance(long now) {
		long current = Math.floorDiv(now, SECOND);
		if (this.second == Long.MIN_VALUE) {
			this.second = current;
		}
		for (int i = 0; this.second < current && i <= WINDOW_SECONDS; i++) {
			this.second++;
			this.count -= this.counts[index(this.second)];
			this.counts[index(this.second)] = 0;
		}
		this.second = Math.max(this.second, current);
	}

	private int index(long second) {
		return Math.floorMod(second, this.counts.length);
	}

}
