package io.github.discordgateway.identify;

/**
 * Counts the day's identifies: those that are left, and those that are promised. Its
 * owner sees to it that one thread at a time uses it.
 */
final class IdentifyLedger {

	private static final long PERIOD = MonotonicClock.nanos(SessionStartLimit.PERIOD);

	private final IdentifyReserve reserve;

	private int total;

	private int remaining;

	/** When all are there again, on the owner's clock. */
	private long resetAt;

	/** Whether the figures are of a day that nobody has told of yet. */
	private boolean assumed;

	/** Identifies that somebody may still spend: permits, and those that pace them. */
	private int promised;

	IdentifyLedger(IdentifyReserve reserve) {
		this.reserve = reserve;
	}

	void apply(SessionStartLimit limit, long now) {
		this.total = limit.total();
		this.remaining = limit.remaining();
		this.resetAt = now + MonotonicClock.nanos(limit.resetAfter());
		this.assumed = false;
	}

	/** Begins a new day when it is time to. */
	void resetWhenDue(long now) {
		if (now >= this.resetAt) {
			this.remaining = this.total;
			this.resetAt = now + PERIOD;
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

	/**
	 * The identifies that may still be promised: not positive when there are none,
	 * negative when more are promised than there are.
	 */
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

	long resetAt() {
		return this.resetAt;
	}

}
