package io.github.discordgateway.model.interaction;

import io.github.discordgateway.model.IntValue;

/**
 * What kind of value an option of a command has.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type">Discord's
 * documentation</a>
 */
public record ApplicationCommandOptionType(int value) implements IntValue {

	/** Sub command. */
	public static final ApplicationCommandOptionType SUB_COMMAND = new ApplicationCommandOptionType(1);

	/** Sub command group. */
	public static final ApplicationCommandOptionType SUB_COMMAND_GROUP = new ApplicationCommandOptionType(2);

	/** String. */
	public static final ApplicationCommandOptionType STRING = new ApplicationCommandOptionType(3);

	/** Integer. */
	public static final ApplicationCommandOptionType INTEGER = new ApplicationCommandOptionType(4);

	/** Boolean. */
	public static final ApplicationCommandOptionType BOOLEAN = new ApplicationCommandOptionType(5);

	/** User. */
	public static final ApplicationCommandOptionType USER = new ApplicationCommandOptionType(6);

	/** Channel. */
	public static final ApplicationCommandOptionType CHANNEL = new ApplicationCommandOptionType(7);

	/** Role. */
	public static final ApplicationCommandOptionType ROLE = new ApplicationCommandOptionType(8);

	/** Mentionable. */
	public static final ApplicationCommandOptionType MENTIONABLE = new ApplicationCommandOptionType(9);

	/** Number. */
	public static final ApplicationCommandOptionType NUMBER = new ApplicationCommandOptionType(10);

	/** Attachment. */
	public static final ApplicationCommandOptionType ATTACHMENT = new ApplicationCommandOptionType(11);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
