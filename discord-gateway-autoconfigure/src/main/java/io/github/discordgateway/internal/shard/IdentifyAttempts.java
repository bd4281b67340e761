package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import io.github.discordgateway.IdentifyRefusal;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import org.jspecify.annotations.Nullable;

/**
 * The IDENTIFYs in a row that brought no session, however they ended, and the pauses
 * after them. Each has cost one of the day's budget, so that the pauses double: an outage
 * of some seconds is hardly longer for the bot than it was, and one of hours costs about
 * five IDENTIFYs an hour.
 *
 * <p>
 * INVALID_SESSION is an answer, for which Discord asks for a pause of its own: only when
 * it is given again and again it counts as the rest.
 */
final class IdentifyAttempts {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

	/** A pause is shorter by up to this part, so that shards spread. */
	private static final double JITTER = 0.05;

	/** Fewer in a row may be an accident. */
	private static final int NO_ACCIDENT = 3;

	private final DoubleSupplier random;

	private int failures;

	/** How many of the latest ones were answered with INVALID_SESSION. */
	private int invalidated;

	private @Nullable DisconnectCause lastFailure;

	IdentifyAttempts(DoubleSupplier random) {
		this.random = random;
	}

	/** A connection ended after IDENTIFY and before READY. */
	void failed(DisconnectCause cause) {
		this.failures++;
		this.invalidated = (cause instanceof DisconnectCause.SessionInvalidated) ? this.invalidated + 1 : 0;
		this.lastFailure = cause;
	}

	/** A session has begun. */
	void succeeded() {
		this.failures = 0;
		this.invalidated = 0;
		this.lastFailure = null;
	}

	/**
	 * The pause that the last failure demands.
	 * @return the time until the next connection; {@code null} when it is not the
	 * failure's to say
	 */
	@Nullable Duration pause() {
		int doublings = (this.invalidated > 0) ? this.invalidated - NO_ACCIDENT - 1 : this.failures - 1;
		if (doublings < 0) {
			return null;
		}
		Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(doublings, 20));
		Duration limited = (doubled.compareTo(LONGEST_PAUSE) < 0) ? doubled : LONGEST_PAUSE;
		return BackOff.portion(limited, 1 - JITTER * this.random.getAsDouble());
	}

	/** What to report; null as long as it may be an accident. */
	@Nullable IdentifyRefusal refusal() {
		DisconnectCause cause = this.lastFailure;
		return (cause != null && this.failures >= NO_ACCIDENT) ? new IdentifyRefusal(cause, this.failures) : null;
	}

}
