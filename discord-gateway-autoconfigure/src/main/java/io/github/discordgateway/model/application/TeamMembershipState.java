package io.github.discordgateway.model.application;

import io.github.discordgateway.model.IntValue;

/**
 * How far a member of a team has come.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/topics/teams#data-models-membership-state-enum">Discord's
 * documentation</a>
 */
public record TeamMembershipState(int value) implements IntValue {

	/** Has not accepted yet. */
	public static final TeamMembershipState INVITED = new TeamMembershipState(1);

	/** Belongs to the team. */
	public static final TeamMembershipState ACCEPTED = new TeamMembershipState(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
