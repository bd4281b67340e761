package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.Flags;

/**
 * Guild member flags.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-member-object-guild-member-flags">Discord's
 * documentation</a>
 */
public record GuildMemberFlags(long bits) implements Flags<GuildMemberFlags> {

	/** Did rejoin. */
	public static final GuildMemberFlags DID_REJOIN = new GuildMemberFlags(1L << 0);

	/** Completed onboarding. */
	public static final GuildMemberFlags COMPLETED_ONBOARDING = new GuildMemberFlags(1L << 1);

	/** Bypasses verification. */
	public static final GuildMemberFlags BYPASSES_VERIFICATION = new GuildMemberFlags(1L << 2);

	/** Started onboarding. */
	public static final GuildMemberFlags STARTED_ONBOARDING = new GuildMemberFlags(1L << 3);

	/** Is guest. */
	public static final GuildMemberFlags IS_GUEST = new GuildMemberFlags(1L << 4);

	/** Started home actions. */
	public static final GuildMemberFlags STARTED_HOME_ACTIONS = new GuildMemberFlags(1L << 5);

	/** Completed home actions. */
	public static final GuildMemberFlags COMPLETED_HOME_ACTIONS = new GuildMemberFlags(1L << 6);

	/** Automod quarantined username. */
	public static final GuildMemberFlags AUTOMOD_QUARANTINED_USERNAME = new GuildMemberFlags(1L << 7);

	/** Automod quarantined bio. Not documented by Discord. */
	public static final GuildMemberFlags AUTOMOD_QUARANTINED_BIO = new GuildMemberFlags(1L << 8);

	/** DM settings upsell acknowledged. */
	public static final GuildMemberFlags DM_SETTINGS_UPSELL_ACKNOWLEDGED = new GuildMemberFlags(1L << 9);

	/** Automod quarantined guild tag. */
	public static final GuildMemberFlags AUTOMOD_QUARANTINED_GUILD_TAG = new GuildMemberFlags(1L << 10);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
