package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.Flags;

/**
 * What has happened to a member of a guild.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-member-object-guild-member-flags">Discord's
 * documentation</a>
 */
public record GuildMemberFlags(long bits) implements Flags<GuildMemberFlags> {

	/** Has left the guild before and joined again. */
	public static final GuildMemberFlags DID_REJOIN = new GuildMemberFlags(1L << 0);

	/** Has completed the onboarding. */
	public static final GuildMemberFlags COMPLETED_ONBOARDING = new GuildMemberFlags(1L << 1);

	/** Need not meet the guild's verification level; moderators may set it. */
	public static final GuildMemberFlags BYPASSES_VERIFICATION = new GuildMemberFlags(1L << 2);

	/** Has begun the onboarding. */
	public static final GuildMemberFlags STARTED_ONBOARDING = new GuildMemberFlags(1L << 3);

	/** Is a guest, who may only be in the voice channel of the invite. */
	public static final GuildMemberFlags IS_GUEST = new GuildMemberFlags(1L << 4);

	/** Has begun the tasks of the server guide. */
	public static final GuildMemberFlags STARTED_HOME_ACTIONS = new GuildMemberFlags(1L << 5);

	/** Has completed the tasks of the server guide. */
	public static final GuildMemberFlags COMPLETED_HOME_ACTIONS = new GuildMemberFlags(1L << 6);

	/** Is quarantined by auto moderation for a name or nickname. */
	public static final GuildMemberFlags AUTOMOD_QUARANTINED_USERNAME = new GuildMemberFlags(1L << 7);

	/**
	 * Is quarantined by auto moderation for the text of the profile. Not documented by
	 * Discord.
	 */
	public static final GuildMemberFlags AUTOMOD_QUARANTINED_BIO = new GuildMemberFlags(1L << 8);

	/** Has dismissed the hint about settings of direct messages. */
	public static final GuildMemberFlags DM_SETTINGS_UPSELL_ACKNOWLEDGED = new GuildMemberFlags(1L << 9);

	/** Is quarantined by auto moderation for the tag of a guild. */
	public static final GuildMemberFlags AUTOMOD_QUARANTINED_GUILD_TAG = new GuildMemberFlags(1L << 10);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
