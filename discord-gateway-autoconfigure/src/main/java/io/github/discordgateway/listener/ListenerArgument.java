package io.github.discordgateway.listener;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * Gives the argument for one parameter. Which one is settled when the listener is
 * registered.
 */
@FunctionalInterface
interface ListenerArgument {

	/**
	 * The event lacks what the parameter needs, so that the listener does not want it.
	 */
	Object ABSENT = new Object();

	/**
	 * The argument for one event.
	 * @param envelope the event
	 * @return the argument, or {@link #ABSENT}
	 * @throws Exception whatever goes wrong
	 */
	@Nullable Object resolve(EventEnvelope envelope) throws Exception;

}
