package io.github.discordgateway.listener;

import io.github.discordgateway.event.GatewayEvent;

/**
 * A listener without an annotation: a bean of this type, or a function given to
 * {@link GatewayListenerRegistry#listen(Class, GatewayEventHandler)}. For a bean the type
 * argument tells the events, so that it has to be there:
 * {@code GatewayEventHandler<MessageCreate>}.
 *
 * @param <E> the record of an event, or a supertype of several
 */
@FunctionalInterface
public interface GatewayEventHandler<E extends GatewayEvent> {

	/**
	 * Handles one event; it may block.
	 * @param event the event
	 * @throws Exception whatever goes wrong; it reaches the error handler
	 */
	void handle(E event) throws Exception;

}
