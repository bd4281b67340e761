package io.github.discordgateway.model.invite;

import io.github.discordgateway.model.IntValue;

/**
 * What an invite to a voice channel leads to.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/invite#invite-object-invite-target-types">Discord's
 * documentation</a>
 */
public record InviteTargetType(int value) implements IntValue {

	/** A user's stream. */
	public static final InviteTargetType STREAM = new InviteTargetType(1);

	/** An application that runs embedded in the client. */
	public static final InviteTargetType EMBEDDED_APPLICATION = new InviteTargetType(2);

	/** The subscriptions to roles that the guild sells. */
	public static final InviteTargetType ROLE_SUBSCRIPTIONS_PURCHASE = new InviteTargetType(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
