package io.github.discordgateway.model.interaction;

import io.github.discordgateway.model.IntValue;

/**
 * Interaction type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type">Discord's
 * documentation</a>
 */
public record InteractionType(int value) implements IntValue {

	/** Ping. */
	public static final InteractionType PING = new InteractionType(1);

	/** Application command. */
	public static final InteractionType APPLICATION_COMMAND = new InteractionType(2);

	/** Message component. */
	public static final InteractionType MESSAGE_COMPONENT = new InteractionType(3);

	/** Application command autocomplete. */
	public static final InteractionType APPLICATION_COMMAND_AUTOCOMPLETE = new InteractionType(4);

	/** Modal submit. */
	public static final InteractionType MODAL_SUBMIT = new InteractionType(5);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
