package io.github.discordgateway.model.application;

import io.github.discordgateway.model.Flags;

/**
 * Application flags.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/application#application-object-application-flags">Discord's
 * documentation</a>
 */
public record ApplicationFlags(long bits) implements Flags<ApplicationFlags> {

	/** Embedded released. Not documented by Discord. */
	public static final ApplicationFlags EMBEDDED_RELEASED = new ApplicationFlags(1L << 1);

	/** Managed emoji. Not documented by Discord. */
	public static final ApplicationFlags MANAGED_EMOJI = new ApplicationFlags(1L << 2);

	/** Embedded iap. Not documented by Discord. */
	public static final ApplicationFlags EMBEDDED_IAP = new ApplicationFlags(1L << 3);

	/** Group DM create. Not documented by Discord. */
	public static final ApplicationFlags GROUP_DM_CREATE = new ApplicationFlags(1L << 4);

	/** Application auto moderation rule create badge. */
	public static final ApplicationFlags APPLICATION_AUTO_MODERATION_RULE_CREATE_BADGE = new ApplicationFlags(1L << 6);

	/** RPC has connected. Not documented by Discord. */
	public static final ApplicationFlags RPC_HAS_CONNECTED = new ApplicationFlags(1L << 11);

	/** Gateway presence. */
	public static final ApplicationFlags GATEWAY_PRESENCE = new ApplicationFlags(1L << 12);

	/** Gateway presence limited. */
	public static final ApplicationFlags GATEWAY_PRESENCE_LIMITED = new ApplicationFlags(1L << 13);

	/** Gateway guild members. */
	public static final ApplicationFlags GATEWAY_GUILD_MEMBERS = new ApplicationFlags(1L << 14);

	/** Gateway guild members limited. */
	public static final ApplicationFlags GATEWAY_GUILD_MEMBERS_LIMITED = new ApplicationFlags(1L << 15);

	/** Verification pending guild limit. */
	public static final ApplicationFlags VERIFICATION_PENDING_GUILD_LIMIT = new ApplicationFlags(1L << 16);

	/** Embedded. */
	public static final ApplicationFlags EMBEDDED = new ApplicationFlags(1L << 17);

	/** Gateway message content. */
	public static final ApplicationFlags GATEWAY_MESSAGE_CONTENT = new ApplicationFlags(1L << 18);

	/** Gateway message content limited. */
	public static final ApplicationFlags GATEWAY_MESSAGE_CONTENT_LIMITED = new ApplicationFlags(1L << 19);

	/** Embedded first party. Not documented by Discord. */
	public static final ApplicationFlags EMBEDDED_FIRST_PARTY = new ApplicationFlags(1L << 20);

	/** Application command badge. */
	public static final ApplicationFlags APPLICATION_COMMAND_BADGE = new ApplicationFlags(1L << 23);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
