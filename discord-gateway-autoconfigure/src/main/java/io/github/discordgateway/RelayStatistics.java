package io.github.discordgateway;

import org.jspecify.annotations.Nullable;

/**
 * What has become of the events that this process relays instead of handling them itself.
 * The counts go on counting.
 */
public interface RelayStatistics {

	/**
	 * How many events the broker has taken.
	 * @return the count since the application started
	 */
	long relayed();

	/**
	 * How many events were left out, as configured.
	 * @return the count since the application started
	 */
	long skipped();

	/**
	 * How many events wait for the broker.
	 * @return the number at this moment
	 */
	long waiting();

	/**
	 * How many events could not be relayed, and were passed over: those that the broker
	 * never takes, and those without a body that can be read.
	 * @return the count since the application started
	 */
	long failed();

	/**
	 * Why events wait for longer than they should.
	 * @return a sentence without its full stop; {@code null} when there is no problem
	 */
	@Nullable String problem();

}
