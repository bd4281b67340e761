package io.github.discordgateway.model.application;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.user.PartialUser;

/**
 * A member of a team.
 *
 * @param membershipState whether the member was invited or has accepted
 * @param teamId id of the team
 * @param user the account, with only a part of its fields
 * @param role the role in the team
 * @param permissions always one asterisk; empty when absent
 * @see <a href=
 * "https://discord.com/developers/docs/topics/teams#data-models-team-member-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record TeamMember(TeamMembershipState membershipState, Snowflake teamId, PartialUser user, TeamMemberRole role,
		List<String> permissions) {

	public TeamMember {
		permissions = RecordValues.listOrEmpty(permissions);
	}

}
