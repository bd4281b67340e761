package io.github.discordgateway.rest;

import io.github.discordgateway.model.IntValue;

/**
 * How an interaction is answered.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type">Discord's
 * documentation</a>
 */
public record InteractionResponseType(int value) implements IntValue {

	/** By a message. */
	public static final InteractionResponseType CHANNEL_MESSAGE_WITH_SOURCE = new InteractionResponseType(4);

	/** Later, by a message; the user sees that the bot is thinking. */
	public static final InteractionResponseType DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE = new InteractionResponseType(5);

	/** Later, or never, by a change of the message; the user sees nothing. */
	public static final InteractionResponseType DEFERRED_UPDATE_MESSAGE = new InteractionResponseType(6);

	/** By a change of the message that the component belongs to. */
	public static final InteractionResponseType UPDATE_MESSAGE = new InteractionResponseType(7);

	/** By choices for what the user types. */
	public static final InteractionResponseType APPLICATION_COMMAND_AUTOCOMPLETE_RESULT = new InteractionResponseType(
			8);

	/** By a modal. */
	public static final InteractionResponseType MODAL = new InteractionResponseType(9);

	/** By the activity of the application. */
	public static final InteractionResponseType LAUNCH_ACTIVITY = new InteractionResponseType(12);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
