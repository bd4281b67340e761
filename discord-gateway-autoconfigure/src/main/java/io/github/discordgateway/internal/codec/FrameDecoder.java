package io.github.discordgateway.internal.codec;

import java.time.Duration;
import java.util.Collection;

import io.github.discordgateway.event.EventDecodeException;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.internal.protocol.Frame;

/**
 * Turns the body of a frame into the record of its event.
 */
@FunctionalInterface
public interface FrameDecoder {

	/**
	 * Decodes an event.
	 * @param type the event, which has a record
	 * @param frame holds the body
	 * @return the event
	 * @throws EventDecodeException when the body does not fit the record
	 */
	GatewayEvent decode(EventType type, Frame frame) throws EventDecodeException;

	/**
	 * Makes ready for some events before the first of them comes. Does nothing unless
	 * overridden.
	 * @param types the events
	 * @param limit what is not begun by then is left to the first event
	 */
	default void prepare(Collection<EventType> types, Duration limit) {
	}

}
