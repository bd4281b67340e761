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

	/** A subcommand, with options of its own. */
	public static final ApplicationCommandOptionType SUB_COMMAND = new ApplicationCommandOptionType(1);

	/** A group of subcommands. */
	public static final ApplicationCommandOptionType SUB_COMMAND_GROUP = new ApplicationCommandOptionType(2);

	/** Text. */
	public static final ApplicationCommandOptionType STRING = new ApplicationCommandOptionType(3);

	/** A whole number between -2<sup>53</sup> and 2<sup>53</sup>. */
	public static final ApplicationCommandOptionType INTEGER = new ApplicationCommandOptionType(4);

	/** Yes or no. */
	public static final ApplicationCommandOptionType BOOLEAN = new ApplicationCommandOptionType(5);

	/** The id of a user. */
	public static final ApplicationCommandOptionType USER = new ApplicationCommandOptionType(6);

	/** The id of a channel or category. */
	public static final ApplicationCommandOptionType CHANNEL = new ApplicationCommandOptionType(7);

	/** The id of a role. */
	public static final ApplicationCommandOptionType ROLE = new ApplicationCommandOptionType(8);

	/** The id of a user or a role. */
	public static final ApplicationCommandOptionType MENTIONABLE = new ApplicationCommandOptionType(9);

	/** A decimal number between -2<sup>53</sup> and 2<sup>53</sup>. */
	public static final ApplicationCommandOptionType NUMBER = new ApplicationCommandOptionType(10);

	/** The id of an uploaded file. */
	public static final ApplicationCommandOptionType ATTACHMENT = new ApplicationCommandOptionType(11);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
