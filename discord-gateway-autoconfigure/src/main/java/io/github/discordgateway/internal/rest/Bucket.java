package io.github.discordgateway.internal.rest;

import java.util.TreeMap;

import io.github.discordgateway.rest.RestRateLimiter.Answer;

/**
 * Requests that share a limit, those that wait and those that are under way.
 *
 * <p>
 * Answers may overtake each other, and a request may be counted by the server in the
 * period after the one in which it was sent. So the smallest number of a period counts,
 * less all requests under way, whether or not the server has counted them: that is never
 * too many, and right as soon as they are answered.
 */
final class Bucket {

	/** Of a request that was sent while the period lasted. */
	static final int NO_PERIOD = -1;

	/** The server's clock shows milliseconds. */
	private static final double SAME_PERIOD_SECONDS = 0.002;

	private static final long MILLISECOND = 1_000_000;

	private final String key;

	private final boolean provisional;

	/** By the number of the request, so that order survives a change of the bucket. */
	private final TreeMap<Long, Ticket> queue = new TreeMap<>();

	private int inFlight;

	private boolean known;

	private int limit;

	private int remaining;

	/** Names the period: when it ends by the server's clock. */
	private double reset = Double.NEGATIVE_INFINITY;

	/** When the period ends by our clock, at the latest. */
	private long resetAt = Long.MIN_VALUE;

	/** Counts the periods. */
	private int period;

	/** Whether requests were sent since the period ended. */
	private boolean over;

	/** Requests whose answers said nothing, and that may have been counted. */
	private int unaccounted;

	/** When the period has ended in which the last of them was counted, if it was. */
	private long accountedAt = Long.MIN_VALUE;

	/** The longest time to the end of a period that was told. */
	private long longest;

	private long blockedUntil = Long.MIN_VALUE;

	/** When it is to be looked at again, as its place in the order of the limits says. */
	private long wakeAt;

	/**
	 * Makes a bucket.
	 * @param key its name and its resource
	 * @param provisional whether it stands for a route whose bucket is not known
	 */
	Bucket(String key, boolean provisional) {
		this.key = key;
		this.provisional = provisional;
	}

	String key() {
		return this.key;
	}

	boolean provisional() {
		return this.provisional;
	}

	TreeMap<Long, Ticket> queue() {
		return this.queue;
	}

	boolean idle() {
		return this.queue.isEmpty() && this.inFlight == 0;
	}

	/** Whether it must be remembered although nobody uses it. */
	boolean blocks(long now) {
		return now < this.blockedUntil;
	}

	long wakeAt() {
		return this.wakeAt;
	}

	void setWakeAt(long time) {
		this.wakeAt = time;
	}

	/**
	 * When the next request may go.
	 * @return a time; not after {@code now} when it may go at once, and
	 * {@link RequestLimits#NEVER} when only an answer can tell
	 */
	long nextAt(long now) {
		if (now < this.blockedUntil) {
			return this.blockedUntil;
		}
		if (!this.known) {
			return (this.inFlight == 0) ? now : RequestLimits.NEVER;
		}
		if (now < this.resetAt) {
			return (this.remaining - this.inFlight - this.unaccounted > 0) ? now : this.resetAt;
		}
		int lost = (this.over && now < this.accountedAt) ? this.unaccounted : 0;
		if (this.limit - this.inFlight - lost > 0) {
			return now;
		}
		return (this.inFlight == 0) ? this.accountedAt : RequestLimits.NEVER;
	}

	/**
	 * A request is sent.
	 * @return the period after whose end it is sent; {@link #NO_PERIOD} when the period
	 * lasts
	 */
	int sent(long now) {
		if (now >= this.resetAt && !this.over) {
			this.over = true;
			this.unaccounted = 0;
		}
		if (now >= this.accountedAt) {
			this.unaccounted = 0;
		}
		this.inFlight++;
		return (now >= this.resetAt) ? this.period : NO_PERIOD;
	}

	/** A request came to an end: not sent, or answered for another bucket. */
	void leave() {
		this.inFlight--;
	}

	/** A request that may have been counted got no answer, or one without numbers. */
	void unaccounted(long now) {
		this.unaccounted++;
		this.accountedAt = now + this.longest;
	}

	/**
	 * Learns what an answer says.
	 * @param answer the answer
	 * @param sentAfter the period after whose end the request was sent
	 */
	void learn(Answer answer, int sentAfter, long now) {
		if (answer.resetAfter() == null || answer.limit() < 1 || answer.remaining() < 0) {
			return;
		}
		// The server's numbers have three decimals.
		long end = now + answer.resetAfter().toNanos() + MILLISECOND;
		this.longest = Math.max(this.longest, answer.resetAfter().toNanos() + MILLISECOND);
		double name = answer.reset();
		if (!this.known || sentAfter == this.period || name > this.reset + SAME_PERIOD_SECONDS) {
			this.unaccounted = this.known ? this.unaccounted : 0;
			this.remaining = answer.remaining();
			this.resetAt = end;
			this.reset = Double.isNaN(name) ? this.reset : name;
			this.over = false;
			this.period++;
		}
		else if (Double.isNaN(name)) {
			// An answer that took longer looks like one of a later period, and is feared
			// to be.
			this.remaining = Math.min(this.remaining, answer.remaining());
			this.resetAt = Math.max(this.resetAt, end);
		}
		else if (name > this.reset - SAME_PERIOD_SECONDS) {
			this.remaining = Math.min(this.remaining, answer.remaining());
			this.resetAt = Math.min(this.resetAt, end);
		}
		this.limit = answer.limit();
		this.known = true;
	}

	/** A limit was exceeded: what was known of it was wrong. */
	void block(long until) {
		this.blockedUntil = Math.max(this.blockedUntil, until);
		this.known = false;
	}

}
