package io.github.discordgateway.listener;

import io.github.discordgateway.event.EventEnvelope;

/**
 * Told about a handler that failed on an event. The event counts as handled all the same,
 * and its other handlers are called.
 *
 * <p>
 * A bean that a listener names by {@link GatewayListener#errorHandler() errorHandler} is
 * for that listener. A {@link org.springframework.context.annotation.Primary @Primary}
 * bean, or the only one if no listener names it, is for all listeners that name none.
 * Where there is no such bean, failures are logged.
 */
@FunctionalInterface
public interface GatewayErrorHandler {

	/**
	 * Deals with a failure, on a thread of the listeners; it may block as a handler may.
	 * @param error what the handler threw, or what the publisher that it returned ended
	 * with
	 * @param envelope the event on which it failed
	 * @param handler the one that failed
	 */
	void handleError(Throwable error, EventEnvelope envelope, EventHandler handler);

}
