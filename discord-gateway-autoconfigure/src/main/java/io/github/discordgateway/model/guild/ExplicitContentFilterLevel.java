package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.IntValue;

/**
 * Explicit content filter level.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-explicit-content-filter-level">Discord's
 * documentation</a>
 */
public record ExplicitContentFilterLevel(int value) implements IntValue {

	/** Disabled. */
	public static final ExplicitContentFilterLevel DISABLED = new ExplicitContentFilterLevel(0);

	/** Members without roles. */
	public static final ExplicitContentFilterLevel MEMBERS_WITHOUT_ROLES = new ExplicitContentFilterLevel(1);

	/** All members. */
	public static final ExplicitContentFilterLevel ALL_MEMBERS = new ExplicitContentFilterLevel(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
