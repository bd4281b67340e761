package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Spreads the connections of all shards of a process. A few may begin at once, further
 * ones follow 20 ms after each other, so that the end of an outage does not make a
 * thousand TLS handshakes meet in one moment. May be used from any thread.
 *
 * <p>
 * The generic cell rate algorithm was chosen because it keeps one number, where a list of
 * waiting shards would have to be kept in step with shards that end.
 *
 * @see <a href= "https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm">Generic cell
 * rate algorithm</a>
 */
public final class ConnectPace {

	private static final long INTERVAL = Duration.ofMillis(20).toNanos();

	/** Connections that need not wait for each other. */
	private static final int BURST = 16;

	/** When the next connection would begin if all kept their distance. */
	private final AtomicLong next = new AtomicLong(Long.MIN_VALUE);

	/**
	 * Makes a pace that nobody has used yet.
	 */
	public ConnectPace() {
	}

	/**
	 * Takes the next turn.
	 * @param now the time in nanoseconds, on the clock that all shards of the process use
	 * @return the time until it comes; zero when it is now
	 */
	Duration reserve(long now) {
		long before = this.next.getAndUpdate((turn) -> Math.max(turn, now) + INTERVAL);
		return (before == Long.MIN_VALUE) ? Duration.ZERO
				: Duration.ofNanos(Math.max(before - (BURST - 1) * INTERVAL - now, 0));
	}

}
