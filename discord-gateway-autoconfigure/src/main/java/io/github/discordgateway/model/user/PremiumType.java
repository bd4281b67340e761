package io.github.discordgateway.model.user;

import io.github.discordgateway.model.IntValue;

/**
 * The kind of Nitro subscription that a user has.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/user#user-object-premium-types">Discord's
 * documentation</a>
 */
public record PremiumType(int value) implements IntValue {

	/** None. */
	public static final PremiumType NONE = new PremiumType(0);

	/** Nitro Classic, which is no longer sold. */
	public static final PremiumType NITRO_CLASSIC = new PremiumType(1);

	/** Nitro, with all that belongs to it. */
	public static final PremiumType NITRO = new PremiumType(2);

	/** Nitro Basic, the smaller subscription. */
	public static final PremiumType NITRO_BASIC = new PremiumType(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
