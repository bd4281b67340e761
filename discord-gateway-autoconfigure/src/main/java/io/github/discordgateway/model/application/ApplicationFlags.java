package io.github.discordgateway.model.application;

import io.github.discordgateway.model.Flags;

/**
 * What an application uses and what it has been approved for.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/application#application-object-application-flags">Discord's
 * documentation</a>
 */
public record ApplicationFlags(long bits) implements Flags<ApplicationFlags> {

	/** An embedded application that has been released. Not documented by Discord. */
	public static final ApplicationFlags EMBEDDED_RELEASED = new ApplicationFlags(1L << 1);

	/** May manage emojis as an integration does. Not documented by Discord. */
	public static final ApplicationFlags MANAGED_EMOJI = new ApplicationFlags(1L << 2);

	/** An embedded application that may sell within itself. Not documented by Discord. */
	public static final ApplicationFlags EMBEDDED_IAP = new ApplicationFlags(1L << 3);

	/** May make group channels. Not documented by Discord. */
	public static final ApplicationFlags GROUP_DM_CREATE = new ApplicationFlags(1L << 4);

	/** Its auto moderation rules have earned the profile badge for them. */
	public static final ApplicationFlags APPLICATION_AUTO_MODERATION_RULE_CREATE_BADGE = new ApplicationFlags(1L << 6);

	/** Has been connected over RPC. Not documented by Discord. */
	public static final ApplicationFlags RPC_HAS_CONNECTED = new ApplicationFlags(1L << 11);

	/** Approved for the GUILD_PRESENCES intent, as a large bot has to be. */
	public static final ApplicationFlags GATEWAY_PRESENCE = new ApplicationFlags(1L << 12);

	/** Has the GUILD_PRESENCES intent without approval, as a small bot may. */
	public static final ApplicationFlags GATEWAY_PRESENCE_LIMITED = new ApplicationFlags(1L << 13);

	/** Approved for the GUILD_MEMBERS intent, as a large bot has to be. */
	public static final ApplicationFlags GATEWAY_GUILD_MEMBERS = new ApplicationFlags(1L << 14);

	/** Has the GUILD_MEMBERS intent without approval, as a small bot may. */
	public static final ApplicationFlags GATEWAY_GUILD_MEMBERS_LIMITED = new ApplicationFlags(1L << 15);

	/** Grows in an unusual way, which holds up its verification. */
	public static final ApplicationFlags VERIFICATION_PENDING_GUILD_LIMIT = new ApplicationFlags(1L << 16);

	/** Runs embedded in the Discord client. */
	public static final ApplicationFlags EMBEDDED = new ApplicationFlags(1L << 17);

	/** Approved for the MESSAGE_CONTENT intent, as a large bot has to be. */
	public static final ApplicationFlags GATEWAY_MESSAGE_CONTENT = new ApplicationFlags(1L << 18);

	/** Has the MESSAGE_CONTENT intent without approval, as a small bot may. */
	public static final ApplicationFlags GATEWAY_MESSAGE_CONTENT_LIMITED = new ApplicationFlags(1L << 19);

	/** An embedded application of Discord's own. Not documented by Discord. */
	public static final ApplicationFlags EMBEDDED_FIRST_PARTY = new ApplicationFlags(1L << 20);

	/** Has registered global commands, for which the profile shows a badge. */
	public static final ApplicationFlags APPLICATION_COMMAND_BADGE = new ApplicationFlags(1L << 23);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
