package io.github.discordgateway.model.message;

import io.github.discordgateway.model.IntValue;

/**
 * What a message invites to.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-object-message-activity-types">Discord's
 * documentation</a>
 */
public record MessageActivityType(int value) implements IntValue {

	/** To join a party. */
	public static final MessageActivityType JOIN = new MessageActivityType(1);

	/** To watch a party. */
	public static final MessageActivityType SPECTATE = new MessageActivityType(2);

	/** To listen along. */
	public static final MessageActivityType LISTEN = new MessageActivityType(3);

	/** To ask whether one may join. */
	public static final MessageActivityType JOIN_REQUEST = new MessageActivityType(5);

	/** To ask for a stream. */
	public static final MessageActivityType STREAM_REQUEST = new MessageActivityType(6);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
