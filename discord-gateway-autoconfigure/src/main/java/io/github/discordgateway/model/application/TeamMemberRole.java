package io.github.discordgateway.model.application;

import io.github.discordgateway.model.TextValue;

/**
 * What a member of a team may do; the owner has no role.
 *
 * @param value the text on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/topics/teams#team-member-roles-team-member-role-types">Discord's
 * documentation</a>
 */
public record TeamMemberRole(String value) implements TextValue {

	/** Everything but what destroys an application or the team. */
	public static final TeamMemberRole ADMIN = new TeamMemberRole("admin");

	/**
	 * Sees secrets of applications and changes settings, without inviting members or
	 * deleting.
	 */
	public static final TeamMemberRole DEVELOPER = new TeamMemberRole("developer");

	/** Sees applications and the team, without their secrets. */
	public static final TeamMemberRole READ_ONLY = new TeamMemberRole("read_only");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
