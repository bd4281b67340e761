package io.github.discordgateway.model.interaction;

import io.github.discordgateway.model.IntValue;

/**
 * Interaction context type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-context-types">Discord's
 * documentation</a>
 */
public record InteractionContextType(int value) implements IntValue {

	/** Guild. */
	public static final InteractionContextType GUILD = new InteractionContextType(0);

	/** Bot DM. */
	public static final InteractionContextType BOT_DM = new InteractionContextType(1);

	/** Private channel. */
	public static final InteractionContextType PRIVATE_CHANNEL = new InteractionContextType(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
