package io.github.discordgateway.model.application;

import io.github.discordgateway.model.IntValue;

/**
 * Where an application can be installed.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/application#application-object-application-integration-types">Discord's
 * documentation</a>
 */
public record ApplicationIntegrationType(int value) implements IntValue {

	/** In a guild, for all its members. */
	public static final ApplicationIntegrationType GUILD_INSTALL = new ApplicationIntegrationType(0);

	/** For one user, wherever that user is. */
	public static final ApplicationIntegrationType USER_INSTALL = new ApplicationIntegrationType(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
