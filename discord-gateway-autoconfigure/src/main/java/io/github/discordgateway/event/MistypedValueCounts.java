package io.github.discordgateway.event;

import java.util.function.Consumer;

/**
 * Knows the values of events that had another type than Discord documents, and were left
 * out. There are at most 100 places; what is beyond is counted as {@code elsewhere}.
 */
public interface MistypedValueCounts {

	/**
	 * Tells of each place with a mistyped value once: at once of those that were met, and
	 * of another one when it is met.
	 * @param observer given the place: the event, a dot, and the path in it, for example
	 * {@code MESSAGE_CREATE.embeds[].color}; called on the thread that decodes, so that
	 * it must be quick
	 */
	void onMistypedPlace(Consumer<String> observer);

	/**
	 * Returns how many values of one place had another type than documented, so far.
	 * @param place the place
	 * @return the count; 0 for a place where all values were right
	 */
	long mistypedValues(String place);

}
