package io.github.discordgateway.dispatch;

import io.github.discordgateway.event.EventEnvelope;

/**
 * Someone who wants events. Handlers of one event are called one after the other, in the
 * order of Spring's {@link org.springframework.core.Ordered} and
 * {@link org.springframework.core.annotation.Order @Order}, and then of their
 * registration.
 */
public interface EventHandler {

	/**
	 * What the handler is called among all handlers.
	 * @return a unique name
	 */
	String id();

	/**
	 * What a log calls the handler, for example its class and method.
	 * @return a text that leads a reader to the code
	 */
	default String description() {
		return id();
	}

	/**
	 * What the handler wants, which never changes.
	 * @return the events and their form
	 */
	EventInterest interest();

	/**
	 * Handles one event. When it returns, the event counts as handled by this handler; it
	 * may block as long as it has to, and holds up only later events of the same lane.
	 * @param envelope the event
	 * @throws Exception whatever goes wrong; it reaches the {@link DispatchErrorHandler}
	 */
	void handle(EventEnvelope envelope) throws Exception;

}
