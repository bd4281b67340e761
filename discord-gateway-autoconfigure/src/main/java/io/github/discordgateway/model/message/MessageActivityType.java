package io.github.discordgateway.model.message;

import io.github.discordgateway.model.IntValue;

/**
 * Message activity type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-object-message-activity-types">Discord's
 * documentation</a>
 */
public record MessageActivityType(int value) implements IntValue {

	/** Join. */
	public static final MessageActivityType JOIN = new MessageActivityType(1);

	/** Spectate. */
	public static final MessageActivityType SPECTATE = new MessageActivityType(2);

	/** Listen. */
	public static final MessageActivityType LISTEN = new MessageActivityType(3);

	/** Join request. */
	public static final MessageActivityType JOIN_REQUEST = new MessageActivityType(5);

	/** Stream request. */
	public static final MessageActivityType STREAM_REQUEST = new MessageActivityType(6);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
