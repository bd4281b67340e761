package io.github.discordgateway.shard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The send limit of one connection: 120 frames in 60 seconds, counted in a sliding
 * window.
 *
 * <p>
 * A sliding window of time stamps was chosen over a token bucket because it never allows
 * more than the limit in any 60 seconds, whatever phase the server's own window has.
 * Heartbeats are not counted; instead room for those of a minute, and one that the server
 * asks for, is kept free.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#rate-limiting">Rate
 * limiting</a>
 */
final class CommandWindow {

	private static final Duration WINDOW = Duration.ofSeconds(60);

	private static final int LIMIT = 120;

	/** A very short heartbeat interval must not leave nothing for commands. */
	private static final int MIN_PERMITS = 110;

	private final int permits;

	private final Deque<Long> sentAt = new ArrayDeque<>();

	CommandWindow(Duration heartbeatInterval) {
		long heartbeats = -Math.floorDiv(-WINDOW.toMillis(), heartbeatInterval.toMillis());
		this.permits = (int) Math.max(LIMIT - (heartbeats + 1), MIN_PERMITS);
	}

	int permits() {
		return this.permits;
	}

	/** Counts a frame, whether or not there is room. */
	void sent(long now) {
		this.sentAt.addLast(now);
	}

	/** The time until a frame may be sent; zero when it may be now. */
	Duration untilFree(long now) {
		while (!this.sentAt.isEmpty() && now - this.sentAt.getFirst() >= WINDOW.toNanos()) {
			this.sentAt.removeFirst();
		}
		if (this.sentAt.size() < this.permits) {
			return Duration.ZERO;
		}
		return Duration.ofNanos(this.sentAt.getFirst() + WINDOW.toNanos() - now);
	}

}
