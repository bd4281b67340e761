package io.github.discordgateway.identify;

import java.time.Duration;

/**
 * The day's identifies. Its owner sees to it that one thread at a time uses it.
 */
final class DailyBudget {

	private static final Duration PERIOD = Duration.ofDays(1);

	private final IdentifyReserve reserve;

	private int total;

	private int remaining;

	/** When all are there again, on the owner's clock. */
	private long resetAtMillis;

	/** Whether the figures are of a day that nobody has told of yet. */
	private boolean assumed;

	/** Permits that are out and may still be spent. */
	private int promised;

	DailyBudget(IdentifyReserve reserve) {
		this.reserve = reserve;
	}

	void apply(SessionStartLimit limit, long now) {
		this.total = limit.total();
		this.remaining = limit.remaining();
		this.resetAtMillis = now + limit.resetAfter().toMillis();
		this.assumed = false;
	}

	/** Begins a new day when it is time to. */
	void resetWhenDue(long now) {
		if (now >= this.resetAtMillis) {
			this.remaining = this.total;
			this.resetAtMillis = now + PERIOD.toMillis();
			this.assumed = true;
		}
	}

	boolean isAssumed() {
		return this.assumed;
	}

	void promise() {
		this.promised++;
	}

	void settle(boolean spent) {
		this.promised--;
		this.remaining -= (spent && this.remaining > 0) ? 1 : 0;
	}

	/** The identifies that may still be granted; not positive when there are none. */
	int available() {
		return this.remaining - this.promised - reserve();
	}

	int total() {
		return this.total;
	}

	int remaining() {
		return this.remaining;
	}

	int reserve() {
		return this.reserve.of(this.total);
	}

	long resetAtMillis() {
		return this.resetAtMillis;
	}

}
