package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.IntValue;

/**
 * The level that boosts have brought a guild to.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-premium-tier">Discord's
 * documentation</a>
 */
public record PremiumTier(int value) implements IntValue {

	/** Not enough boosts for a level. */
	public static final PremiumTier NONE = new PremiumTier(0);

	/** The first level. */
	public static final PremiumTier TIER_1 = new PremiumTier(1);

	/** The second level. */
	public static final PremiumTier TIER_2 = new PremiumTier(2);

	/** The third level, which is the highest. */
	public static final PremiumTier TIER_3 = new PremiumTier(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
