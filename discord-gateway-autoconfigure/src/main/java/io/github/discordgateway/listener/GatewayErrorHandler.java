package io.github.discordgateway.listener;

import io.github.discordgateway.event.EventEnvelope;

/**
 * Told about a handler that failed on an event. The event counts as handled all the same,
 * and its other handlers are called.
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
