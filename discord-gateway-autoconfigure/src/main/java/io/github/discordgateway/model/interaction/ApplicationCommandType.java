package io.github.discordgateway.model.interaction;

import io.github.discordgateway.model.IntValue;

/**
 * How a command is used.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-types">Discord's
 * documentation</a>
 */
public record ApplicationCommandType(int value) implements IntValue {

	/** Typed into the chat, after a slash. */
	public static final ApplicationCommandType CHAT_INPUT = new ApplicationCommandType(1);

	/** From the menu of a user. */
	public static final ApplicationCommandType USER = new ApplicationCommandType(2);

	/** From the menu of a message. */
	public static final ApplicationCommandType MESSAGE = new ApplicationCommandType(3);

	/** Opens the application's embedded activity. */
	public static final ApplicationCommandType PRIMARY_ENTRY_POINT = new ApplicationCommandType(4);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
