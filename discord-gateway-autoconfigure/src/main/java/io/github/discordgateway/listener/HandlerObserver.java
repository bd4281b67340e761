package io.github.discordgateway.listener;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * Told about each call of a handler when it is over, for example to measure it.
 */
@FunctionalInterface
public interface HandlerObserver {

	/**
	 * A handler is through with an event. Called on a thread of the listeners, before the
	 * error handler and the next handler of the event, so it should return at once; what
	 * it throws is logged.
	 * @param handler the handler
	 * @param envelope the event
	 * @param nanos how long it took in nanoseconds, until what it returned completed
	 * @param error what it failed with; {@code null} when it did not
	 */
	void handled(EventHandler handler, EventEnvelope envelope, long nanos, @Nullable Throwable error);

}
