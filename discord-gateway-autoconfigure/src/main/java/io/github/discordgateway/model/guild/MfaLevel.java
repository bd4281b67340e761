package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.IntValue;

/**
 * Whether moderators of a guild need a second factor to log in.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-mfa-level">Discord's
 * documentation</a>
 */
public record MfaLevel(int value) implements IntValue {

	/** They do not. */
	public static final MfaLevel NONE = new MfaLevel(0);

	/** They need one for moderation. */
	public static final MfaLevel ELEVATED = new MfaLevel(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
