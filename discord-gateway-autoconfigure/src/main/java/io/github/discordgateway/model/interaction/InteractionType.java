package io.github.discordgateway.model.interaction;

import io.github.discordgateway.model.IntValue;

/**
 * What a user did to start an interaction.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type">Discord's
 * documentation</a>
 */
public record InteractionType(int value) implements IntValue {

	/** Nothing: Discord checks an address for interactions; never on the gateway. */
	public static final InteractionType PING = new InteractionType(1);

	/** Used a command. */
	public static final InteractionType APPLICATION_COMMAND = new InteractionType(2);

	/** Used a component of a message. */
	public static final InteractionType MESSAGE_COMPONENT = new InteractionType(3);

	/** Is typing an option of a command and waits for suggestions. */
	public static final InteractionType APPLICATION_COMMAND_AUTOCOMPLETE = new InteractionType(4);

	/** Submitted a modal. */
	public static final InteractionType MODAL_SUBMIT = new InteractionType(5);

	/** Discord asks whether a user may buy something of a game. */
	public static final InteractionType SOCIAL_LAYER_SKU_PURCHASE_ELIGIBILITY = new InteractionType(6);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
