package io.github.discordgateway.model.application;

import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.user.PartialUser;
import io.github.discordgateway.protocol.Snowflake;

/**
 * A member of a team.
 *
 * @param membershipState invited or accepted
 * @param teamId id of the team
 * @param user partial account
 * @param role role
 * @param permissions always one star; empty when absent
 * @see <a href=
 * "https://discord.com/developers/docs/topics/teams#data-models-team-member-object">Discord's
 * documentation</a>
 */
public record TeamMember(TeamMembershipState membershipState, Snowflake teamId, PartialUser user, TeamMemberRole role,
		List<String> permissions) {

	public TeamMember {
		permissions = OrEmpty.list(permissions);
	}

}
