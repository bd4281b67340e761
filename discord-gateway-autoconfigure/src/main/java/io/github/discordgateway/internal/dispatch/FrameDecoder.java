package io.github.discordgateway.internal.dispatch;

import io.github.discordgateway.event.EventDecodeException;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.protocol.Frame;

/**
 * Turns the body of a frame into the record of its event, as
 * {@link io.github.discordgateway.internal.codec.EventDecoder EventDecoder} does.
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

}
