package io.github.discordgateway.internal.rest;

import io.github.discordgateway.rest.RestRoute;

/**
 * A request's place in the limits. Guarded by their lock.
 */
final class Ticket {

	private final long number;

	private final RestRoute route;

	private State state = State.WAITING;

	private Bucket bucket;

	private int period = Bucket.NO_PERIOD;

	Ticket(long number, RestRoute route, Bucket bucket) {
		this.number = number;
		this.route = route;
		this.bucket = bucket;
	}

	/** Earlier ones go first. */
	long number() {
		return this.number;
	}

	RestRoute route() {
		return this.route;
	}

	State state() {
		return this.state;
	}

	void state(State state) {
		this.state = state;
	}

	void sent(int period) {
		this.state = State.SENT;
		this.period = period;
	}

	/** What its bucket said when it was sent. */
	int period() {
		return this.period;
	}

	Bucket bucket() {
		return this.bucket;
	}

	void bucket(Bucket bucket) {
		this.bucket = bucket;
	}

	/** Where a request is. */
	enum State {

		/** In the queue of its bucket. */
		WAITING,

		/** Under way. */
		SENT,

		/** Answered or given up. */
		DONE

	}

}
