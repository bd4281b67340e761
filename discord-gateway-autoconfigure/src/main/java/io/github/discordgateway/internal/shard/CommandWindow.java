package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A send limit of one connection, counted in a sliding window: 120 frames in 60 seconds,
 * and 5 presences among them in 20 seconds.
 *
 * <p>
 * A sliding window of time stamps was chosen over a token bucket because it never allows
 * more than the limit in any 60 seconds, whatever phase the server's own window has. It
 * is longer than the server's by some slack, because frames do not take the same time to
 * arrive: a burst that comes a little faster than the one of a minute ago must not meet
 * it. Heartbeats are not counted; instead room for those of a minute, and one that the
 * server asks for, is kept free.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#rate-limiting">Rate
 * limiting</a>
 */
final class CommandWindow {

	private static final Duration WINDOW = Duration.ofSeconds(60);

	private static final Duration PRESENCE_WINDOW = Duration.ofSeconds(20);

	private static final Duration SLACK = Duration.ofSeconds(1);

	private static final int LIMIT = 120;

	private static final int PRESENCE_LIMIT = 5;

	/** A very short heartbeat interval must not leave nothing for commands. */
	private static final int MIN_PERMITS = 110;

	private final int permits;

	private final long nanos;

	private final Deque<Long> sentAt = new ArrayDeque<>();

	private CommandWindow(int permits, Duration window) {
		this.permits = permits;
		this.nanos = window.plus(SLACK).toNanos();
	}

	/** The limit for all frames but heartbeats. */
	static CommandWindow commands(Duration heartbeatInterval) {
		long heartbeats = -Math.floorDiv(-WINDOW.toMillis(), heartbeatInterval.toMillis());
		return new CommandWindow((int) Math.max(LIMIT - (heartbeats + 1), MIN_PERMITS), WINDOW);
	}

	/** The limit for presences. */
	static CommandWindow presences() {
		return new CommandWindow(PRESENCE_LIMIT, PRESENCE_WINDOW);
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
		while (!this.sentAt.isEmpty() && now - this.sentAt.getFirst() >= this.nanos) {
			this.sentAt.removeFirst();
		}
		if (this.sentAt.size() < this.permits) {
			return Duration.ZERO;
		}
		return Duration.ofNanos(this.sentAt.getFirst() + this.nanos - now);
	}

}
