package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The two limits on IDENTIFY: one for each {@code shard_id % max_concurrency} in a window
 * of 5 seconds, and a budget for a day. The window is strict and counted by arrival, so
 * that a client without slack is found out here and not at Discord.
 */
final class IdentifyLimits {

	private final int maxConcurrency;

	private final long windowNanos;

	private int total;

	private long resetNanos;

	private final LongSupplier nanoTime;

	private final Map<Integer, Long> lastIdentify = new HashMap<>();

	private int remaining;

	private long resetAt;

	IdentifyLimits(int maxConcurrency, Duration window, int total, int remaining, Duration resetAfter,
			LongSupplier nanoTime) {
		this.maxConcurrency = maxConcurrency;
		this.windowNanos = window.toNanos();
		this.total = total;
		this.remaining = remaining;
		this.resetNanos = resetAfter.toNanos();
		this.nanoTime = nanoTime;
		this.resetAt = nanoTime.getAsLong() + this.resetNanos;
	}

	/**
	 * Takes one IDENTIFY, if there is one to take.
	 * @param shardId the shard that identifies
	 * @return whether it may start a session
	 */
	synchronized boolean tryAcquire(int shardId) {
		long now = this.nanoTime.getAsLong();
		resetWhenDue(now);
		int bucket = shardId % this.maxConcurrency;
		Long last = this.lastIdentify.get(bucket);
		if (this.remaining == 0 || (last != null && now - last < this.windowNanos)) {
			return false;
		}
		this.lastIdentify.put(bucket, now);
		this.remaining--;
		return true;
	}

	/** Begins a new budget. */
	synchronized void budget(int newTotal, int left, Duration resetAfter) {
		this.total = newTotal;
		this.remaining = left;
		this.resetNanos = resetAfter.toNanos();
		this.resetAt = this.nanoTime.getAsLong() + this.resetNanos;
	}

	/**
	 * The figures of {@code session_start_limit}.
	 * @return what is left at this moment
	 */
	synchronized SessionStartLimit current() {
		long now = this.nanoTime.getAsLong();
		resetWhenDue(now);
		return new SessionStartLimit(this.total, this.remaining, Duration.ofNanos(this.resetAt - now).toMillis(),
				this.maxConcurrency);
	}

	private void resetWhenDue(long now) {
		if (now - this.resetAt >= 0) {
			this.remaining = this.total;
			this.resetAt = now + this.resetNanos;
		}
	}

	/** The object of this name in the answer of {@code GET /gateway/bot}. */
	record SessionStartLimit(int total, int remaining, long resetAfterMillis, int maxConcurrency) {
	}

}
