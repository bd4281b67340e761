package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.IntValue;

/**
 * Verification level.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-verification-level">Discord's
 * documentation</a>
 */
public record VerificationLevel(int value) implements IntValue {

	/** None. */
	public static final VerificationLevel NONE = new VerificationLevel(0);

	/** Low. */
	public static final VerificationLevel LOW = new VerificationLevel(1);

	/** Medium. */
	public static final VerificationLevel MEDIUM = new VerificationLevel(2);

	/** High. */
	public static final VerificationLevel HIGH = new VerificationLevel(3);

	/** Very high. */
	public static final VerificationLevel VERY_HIGH = new VerificationLevel(4);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
