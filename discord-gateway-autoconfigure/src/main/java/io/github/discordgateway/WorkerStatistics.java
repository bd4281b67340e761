package io.github.discordgateway;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What has become of the events that this process takes from a broker to its listeners.
 * The counts go on counting.
 */
public interface WorkerStatistics {

	/**
	 * How many events came, those that were dropped included.
	 * @return the count since the application started
	 */
	long received();

	/**
	 * How many events had come before, and were dropped.
	 * @return the count since the application started
	 */
	long duplicates();

	/**
	 * How many records were no events, and were passed over.
	 * @return the count since the application started
	 */
	long foreign();

	/**
	 * How many records went to the dead letter topic.
	 * @return the count since the application started
	 */
	long deadLetters();

	/**
	 * How many events were passed over because handing them on failed twice.
	 * @return the count since the application started
	 */
	long passedOver();

	/**
	 * How many events wait for their listeners or are being handled.
	 * @return the number at this moment
	 */
	long waiting();

	/**
	 * How many records of each partition that is read here are not handled yet, as far as
	 * the consumer knows: what was added to a partition since it was paused is not in it.
	 * @return the numbers by partition, about a second old
	 */
	Map<Integer, Long> lag();

	/**
	 * Tells somebody which partitions are read here: those that are now, and then each
	 * time that they change.
	 * @param observer given the numbers of the partitions; it must return at once
	 */
	void observePartitions(Consumer<Set<Integer>> observer);

	/**
	 * Why nothing is read, or less than should be.
	 * @return a sentence without its full stop; {@code null} when there is no problem
	 */
	@Nullable String problem();

}
