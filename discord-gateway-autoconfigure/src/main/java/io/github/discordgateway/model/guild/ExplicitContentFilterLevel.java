package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.IntValue;

/**
 * Whose pictures and videos in a guild Discord scans for explicit content.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-explicit-content-filter-level">Discord's
 * documentation</a>
 */
public record ExplicitContentFilterLevel(int value) implements IntValue {

	/** Nobody's. */
	public static final ExplicitContentFilterLevel DISABLED = new ExplicitContentFilterLevel(0);

	/** Those of members without a role. */
	public static final ExplicitContentFilterLevel MEMBERS_WITHOUT_ROLES = new ExplicitContentFilterLevel(1);

	/** Those of all members. */
	public static final ExplicitContentFilterLevel ALL_MEMBERS = new ExplicitContentFilterLevel(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
