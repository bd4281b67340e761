package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * Someone has reacted to a message, or reactions were removed. A listener that takes it
 * gets all of these events.
 */
public sealed interface MessageReactionEvent extends GatewayEvent
		permits MessageReactionAdd, MessageReactionRemove, MessageReactionRemoveAll, MessageReactionRemoveEmoji {

	/**
	 * The message.
	 * @return id of the message
	 */
	Snowflake messageId();

}
