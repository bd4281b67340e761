package io.github.discordgateway.internal.dispatch;

/**
 * Where events come from, a shard or a partition, as far as it has to know how many of
 * them wait: it can stop reading.
 */
public interface EventSource {

	/**
	 * What the source is, for the log.
	 * @return its name, with a capital
	 */
	String description();

	/**
	 * Stops or goes on reading. Calls come one at a time and alternate, on any thread,
	 * and must not block. What still comes is queued.
	 * @param paused whether to stop
	 */
	void pauseReading(boolean paused);

	/**
	 * Who has to take the events.
	 * @return plural and without a capital, for the log
	 */
	default String takers() {
		return "listeners";
	}

	/**
	 * Says who holds up the events.
	 * @return a sentence without its full stop
	 */
	String describeBacklog();

}
