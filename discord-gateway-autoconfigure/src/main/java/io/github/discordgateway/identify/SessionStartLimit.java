package io.github.discordgateway.identify;

import java.time.Duration;

/**
 * How often a bot may identify.
 *
 * @param total identifies allowed in a period of a day
 * @param remaining identifies left in this period
 * @param resetAfter the time until the period ends
 * @param maxConcurrency the number of shards that may identify within five seconds
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway#session-start-limit-object">Session
 * start limit</a>
 */
public record SessionStartLimit(int total, int remaining, Duration resetAfter, int maxConcurrency) {

	/** After this, all of a bot's identifies are there again. */
	static final Duration PERIOD = Duration.ofDays(1);

	/** What applies to a new bot, and as long as Discord was not asked. */
	public static final SessionStartLimit DEFAULT = new SessionStartLimit(1000, 1000, PERIOD, 1);

	/**
	 * Accepts what a server says within reason: no negative number, at least one shard at
	 * a time, and a reset within a day.
	 */
	public SessionStartLimit {
		total = Math.max(total, 0);
		maxConcurrency = Math.max(maxConcurrency, 1);
		remaining = Math.max(remaining, 0);
		resetAfter = resetAfter.isNegative() ? Duration.ZERO : resetAfter;
		resetAfter = (resetAfter.compareTo(PERIOD) > 0) ? PERIOD : resetAfter;
	}

}
