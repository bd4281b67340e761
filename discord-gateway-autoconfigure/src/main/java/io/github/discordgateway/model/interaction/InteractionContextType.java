package io.github.discordgateway.model.interaction;

import io.github.discordgateway.model.IntValue;

/**
 * Where a command can be used, or an interaction came from.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-context-types">Discord's
 * documentation</a>
 */
public record InteractionContextType(int value) implements IntValue {

	/** In a guild. */
	public static final InteractionContextType GUILD = new InteractionContextType(0);

	/** In direct messages with the application's bot. */
	public static final InteractionContextType BOT_DM = new InteractionContextType(1);

	/** In direct messages between users, of a group or of two. */
	public static final InteractionContextType PRIVATE_CHANNEL = new InteractionContextType(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
