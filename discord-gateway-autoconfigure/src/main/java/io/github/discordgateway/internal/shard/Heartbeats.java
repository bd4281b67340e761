package io.github.discordgateway.internal.shard;

import java.time.Duration;

/**
 * The heartbeats of one connection: when they were sent, whether they were answered, and
 * whether the connection is still alive.
 *
 * <p>
 * Discord's rule calls a connection dead when a heartbeat is due and the last one was not
 * acknowledged. This differs on purpose: other frames are as good a proof of life, and an
 * acknowledgement that is late behind a long replay must not break the connection. Dead
 * is a connection on which nothing at all came for one whole interval after a heartbeat.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#sending-heartbeats">
 * Sending heartbeats</a>
 */
final class Heartbeats {

	private static final long NONE = Long.MIN_VALUE;

	private final Duration interval;

	/** When the first heartbeat was sent that has not been acknowledged. */
	private long unacknowledgedSince = NONE;

	/** When the first heartbeat was sent after which nothing was received. */
	private long silentSince = NONE;

	/** When a heartbeat was acknowledged last. */
	private long acknowledgedAt = NONE;

	Heartbeats(Duration interval) {
		this.interval = interval;
	}

	Duration interval() {
		return this.interval;
	}

	void sent(long now) {
		if (this.unacknowledgedSince == NONE) {
			this.unacknowledgedSince = now;
		}
		if (this.silentSince == NONE) {
			this.silentSince = now;
		}
	}

	/** Any frame proves that the connection lives. */
	void received() {
		this.silentSince = NONE;
	}

	/**
	 * Takes an acknowledgement in.
	 * @return the time since the heartbeat that it answers; negative when there is none
	 */
	long acknowledged(long now) {
		long since = this.unacknowledgedSince;
		this.unacknowledgedSince = NONE;
		this.acknowledgedAt = (since != NONE) ? now : this.acknowledgedAt;
		return (since != NONE) ? now - since : -1;
	}

	/** Whether a heartbeat was acknowledged at a moment or later. */
	boolean isAcknowledgedSince(long moment) {
		return this.acknowledgedAt != NONE && this.acknowledgedAt - moment >= 0;
	}

	boolean isDead(long now) {
		return this.silentSince != NONE && now - this.silentSince >= this.interval.toNanos();
	}

}
