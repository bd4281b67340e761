package io.github.discordgateway.simulator;

import org.springframework.util.Assert;

/**
 * How a session is resumed, instead of as the protocol says. Immutable.
 *
 * @see GatewaySimulator#nextResumes(int, Replay)
 */
public final class Replay {

	/** All that was missed, and RESUMED. */
	static final Replay WHOLE = new Replay(0, Integer.MAX_VALUE, true);

	private final int omitted;

	private final int sent;

	private final boolean resumed;

	private Replay(int omitted, int sent, boolean resumed) {
		this.omitted = omitted;
		this.sent = sent;
		this.resumed = resumed;
	}

	/**
	 * Leaves out the oldest events that were missed, and says RESUMED all the same.
	 * @param events how many events
	 * @return the replay
	 */
	public static Replay without(int events) {
		Assert.isTrue(events > 0, () -> "At least one event is to be left out: " + events);
		return new Replay(events, Integer.MAX_VALUE, true);
	}

	/**
	 * Drops the connection in the middle of the replay.
	 * @param events after how many events
	 * @return the replay
	 */
	public static Replay droppedAfter(int events) {
		Assert.isTrue(events >= 0, () -> "A replay is dropped after 0 or more events: " + events);
		return new Replay(0, events, false);
	}

	/**
	 * Sends all that was missed, and never says RESUMED.
	 * @return the replay
	 */
	public static Replay withoutResumed() {
		return new Replay(0, Integer.MAX_VALUE, false);
	}

	int omitted() {
		return this.omitted;
	}

	int sent() {
		return this.sent;
	}

	boolean isDropped() {
		return this.sent < Integer.MAX_VALUE;
	}

	boolean isResumed() {
		return this.resumed;
	}

}
