package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.IntValue;

/**
 * Guild hub type.
 *
 * @param value the number on the wire, known or not
 */
public record GuildHubType(int value) implements IntValue {

	/** Default. */
	public static final GuildHubType DEFAULT = new GuildHubType(0);

	/** High school. */
	public static final GuildHubType HIGH_SCHOOL = new GuildHubType(1);

	/** College. */
	public static final GuildHubType COLLEGE = new GuildHubType(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
