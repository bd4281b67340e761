package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.IntValue;

/**
 * Which students a hub is for.
 *
 * @param value the number on the wire, known or not
 */
public record GuildHubType(int value) implements IntValue {

	/** No kind in particular. */
	public static final GuildHubType DEFAULT = new GuildHubType(0);

	/** Pupils of a high school. */
	public static final GuildHubType HIGH_SCHOOL = new GuildHubType(1);

	/** Students of a college. */
	public static final GuildHubType COLLEGE = new GuildHubType(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
