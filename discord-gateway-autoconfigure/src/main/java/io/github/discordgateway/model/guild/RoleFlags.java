package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.Flags;

/**
 * What else is known of a role.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/topics/permissions#role-object-role-flags">Discord's
 * documentation</a>
 */
public record RoleFlags(long bits) implements Flags<RoleFlags> {

	/** Members can choose the role in the onboarding. */
	public static final RoleFlags IN_PROMPT = new RoleFlags(1L << 0);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
