package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import io.github.discordgateway.event.lifecycle.DisconnectCause;
import org.jspecify.annotations.Nullable;

/**
 * The pauses between the connections of a shard: none after a connection that was stable,
 * and otherwise a part, drawn at random, of a limit that doubles each time. Full jitter
 * was chosen because it spreads many shards best after an outage that met them all. The
 * limit starts anew when the shard is ready, but not for ever: a server that welcomes
 * each connection and drops it is met with growing pauses, too.
 *
 * @see <a href=
 * "https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential
 * backoff and jitter</a>
 */
final class BackOff {

	/**
	 * A connection that was ready for this long is followed by the next one at once; a
	 * server that drops each one early sees pauses.
	 */
	private static final Duration STABLE_AFTER = Duration.ofSeconds(10);

	/** Ready connections in a row that may be short before the pauses grow. */
	private static final int SHORT_CONNECTIONS = 20;

	/** A resume costs nothing, so that short connections do not delay it for long. */
	private static final int DOUBLINGS_BEFORE_RESUME = 3;

	/** Discord asks for a pause of one to five seconds after INVALID_SESSION. */
	private static final double LEAST_PART_AFTER_INVALID_SESSION = 0.2;

	private static final int MAX_DOUBLINGS = 30;

	private final ShardSettings settings;

	private final DoubleSupplier random;

	/** Connections that ended since the shard was last ready. */
	private int failures;

	/** Connections in a row that were ready, but not for long. */
	private int shortConnections;

	BackOff(ShardSettings settings, DoubleSupplier random) {
		this.settings = settings;
		this.random = random;
	}

	/** The shard is ready: the pauses start small again. */
	void reset() {
		this.failures = 0;
	}

	/**
	 * The pause after a connection, which is counted as a failure.
	 * @param cause why it ended
	 * @param readySince since when it was ready; null when it never was
	 * @param now the time
	 * @return the pause before the next one
	 */
	Duration after(DisconnectCause cause, @Nullable Long readySince, long now) {
		boolean stable = readySince != null && now - readySince >= STABLE_AFTER.toNanos();
		if (readySince != null) {
			this.shortConnections = stable ? 0 : this.shortConnections + 1;
		}
		int before = this.failures++;
		int tooShort = Math.max(this.shortConnections - SHORT_CONNECTIONS, 0);
		if (cause instanceof DisconnectCause.SessionInvalidated) {
			// Whatever failed before it: the server has just said what it wants.
			Duration least = portion(this.settings.invalidSessionBackOff(), LEAST_PART_AFTER_INVALID_SESSION
					+ (1 - LEAST_PART_AFTER_INVALID_SESSION) * this.random.getAsDouble());
			return longer(least, (tooShort > 0) ? drawn(tooShort) : Duration.ZERO);
		}
		if (stable || (cause instanceof DisconnectCause.Renewed && tooShort == 0)) {
			return Duration.ZERO;
		}
		Duration drawn = drawn(before + Math.min(tooShort, DOUBLINGS_BEFORE_RESUME));
		Duration demanded = (cause instanceof DisconnectCause.Failed failed) ? failed.retryAfter() : null;
		return (demanded != null) ? longer(drawn, demanded) : drawn;
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	private Duration drawn(int failed) {
		Duration limit = this.settings.maxBackOff();
		int doublings = Math.min(failed, MAX_DOUBLINGS);
		if (this.settings.initialBackOff().toMillis() <= limit.toMillis() >> doublings) {
			limit = this.settings.initialBackOff().multipliedBy(1L << doublings);
		}
		return portion(limit, this.random.getAsDouble());
	}

	static Duration portion(Duration whole, double part) {
		return Duration.ofNanos((long) (whole.toNanos() * part));
	}

}
