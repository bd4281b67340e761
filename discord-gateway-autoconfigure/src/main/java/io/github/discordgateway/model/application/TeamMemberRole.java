package io.github.discordgateway.model.application;

import io.github.discordgateway.model.TextValue;

/**
 * Team member role.
 *
 * @param value the text on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/topics/teams#team-member-roles-team-member-role-types">Discord's
 * documentation</a>
 */
public record TeamMemberRole(String value) implements TextValue {

	/** Admin. */
	public static final TeamMemberRole ADMIN = new TeamMemberRole("admin");

	/** Developer. */
	public static final TeamMemberRole DEVELOPER = new TeamMemberRole("developer");

	/** Read only. */
	public static final TeamMemberRole READ_ONLY = new TeamMemberRole("read_only");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
