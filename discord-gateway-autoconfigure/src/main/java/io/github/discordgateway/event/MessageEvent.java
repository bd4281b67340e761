package io.github.discordgateway.event;

import io.github.discordgateway.model.message.Message;

/**
 * A message was sent or has changed. A listener that takes it gets all of these events.
 */
public sealed interface MessageEvent extends GatewayEvent permits MessageCreate, MessageUpdate {

	/**
	 * The message.
	 * @return the message as it is now
	 */
	Message message();

}
