package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.discordgateway.session.StartHistory;

/**
 * How long a start holds its identifies back, so that restarting again and again cannot
 * empty the day's budget.
 *
 * <p>
 * Three starts within an hour that identify are nothing unusual. From the fourth on, each
 * further one waits twice as long: a minute, two, four, up to a quarter of an hour, after
 * which a fault that was mended need not be waited for much longer. For a bot of many
 * shards that is still too fast. The <em>pace</em> is the time after which the budget can
 * afford one more start of all shards: {@code time until the reset * shards / identifies
 * available}. No start from the fourth on waits less than this, and the hour becomes four
 * times the pace when that is longer. Who waits the pace before each start keeps the
 * proportion of time to budget, and so reaches the reset before the end of the budget.
 *
 * <p>
 * A start counts with its first IDENTIFY: one that resumes all its sessions does not, and
 * neither does one that ends while it waits, or that was stopped in good order.
 *
 * @param pause how long to wait; zero when there is no reason to
 * @param starts the number of earlier starts within the period
 * @param period the hour, or four times the pace
 */
record StartPace(Duration pause, int starts, Duration period) {

	private static final int FREE_STARTS = 3;

	private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

	private static final Duration LONGEST_DOUBLED_PAUSE = Duration.ofMinutes(15);

	private static final Duration PERIOD = Duration.ofHours(1);

	private static final int PACES_IN_A_PERIOD = 4;

	/**
	 * Judges the start that happens now.
	 * @param earlier the earlier starts; those in the future, before a clock was set
	 * back, do not count
	 * @param now this one
	 * @param shards how many shards a start identifies
	 * @param available the identifies that may be spent before the reset
	 * @param resetIn the time until the reset
	 */
	static StartPace of(List<Instant> earlier, Instant now, int shards, int available, Duration resetIn) {
		Duration pace = resetIn.multipliedBy(shards).dividedBy(Math.max(available, 1));
		Duration period = min(max(PERIOD, pace.multipliedBy(PACES_IN_A_PERIOD)), StartHistory.MAX_AGE);
		Instant from = now.minus(period);
		int starts = (int) earlier.stream().filter((start) -> start.isAfter(from) && !start.isAfter(now)).count();
		if (starts < FREE_STARTS) {
			return new StartPace(Duration.ZERO, starts, period);
		}
		Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(starts - FREE_STARTS, 10));
		return new StartPace(max(min(doubled, LONGEST_DOUBLED_PAUSE), min(pace, resetIn)), starts, period);
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) <= 0) ? one : other;
	}

	private static Duration max(Duration one, Duration other) {
		return (one.compareTo(other) >= 0) ? one : other;
	}

}
