package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.IntValue;

/**
 * What members of a guild without a role have to fulfil to write.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-verification-level">Discord's
 * documentation</a>
 */
public record VerificationLevel(int value) implements IntValue {

	/** Nothing. */
	public static final VerificationLevel NONE = new VerificationLevel(0);

	/** A verified mail address. */
	public static final VerificationLevel LOW = new VerificationLevel(1);

	/** Also an account that is older than 5 minutes. */
	public static final VerificationLevel MEDIUM = new VerificationLevel(2);

	/** Also a membership that is older than 10 minutes. */
	public static final VerificationLevel HIGH = new VerificationLevel(3);

	/** Also a verified phone number. */
	public static final VerificationLevel VERY_HIGH = new VerificationLevel(4);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
