package io.github.discordgateway.model.interaction;

import io.github.discordgateway.model.IntValue;

/**
 * What a permission to use a command is given to.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/application-commands#application-command-permissions-object-application-command-permission-type">Discord's
 * documentation</a>
 */
public record ApplicationCommandPermissionType(int value) implements IntValue {

	/** A role. */
	public static final ApplicationCommandPermissionType ROLE = new ApplicationCommandPermissionType(1);

	/** A user. */
	public static final ApplicationCommandPermissionType USER = new ApplicationCommandPermissionType(2);

	/** A channel. */
	public static final ApplicationCommandPermissionType CHANNEL = new ApplicationCommandPermissionType(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
