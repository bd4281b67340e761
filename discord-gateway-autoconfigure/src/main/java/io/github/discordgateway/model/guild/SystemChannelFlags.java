package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.Flags;

/**
 * System channel flags.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-system-channel-flags">Discord's
 * documentation</a>
 */
public record SystemChannelFlags(long bits) implements Flags<SystemChannelFlags> {

	/** Suppress join notifications. */
	public static final SystemChannelFlags SUPPRESS_JOIN_NOTIFICATIONS = new SystemChannelFlags(1L << 0);

	/** Suppress premium subscriptions. */
	public static final SystemChannelFlags SUPPRESS_PREMIUM_SUBSCRIPTIONS = new SystemChannelFlags(1L << 1);

	/** Suppress guild reminder notifications. */
	public static final SystemChannelFlags SUPPRESS_GUILD_REMINDER_NOTIFICATIONS = new SystemChannelFlags(1L << 2);

	/** Suppress join notification replies. */
	public static final SystemChannelFlags SUPPRESS_JOIN_NOTIFICATION_REPLIES = new SystemChannelFlags(1L << 3);

	/** Suppress role subscription purchase notifications. */
	public static final SystemChannelFlags SUPPRESS_ROLE_SUBSCRIPTION_PURCHASE_NOTIFICATIONS = new SystemChannelFlags(
			1L << 4);

	/** Suppress role subscription purchase notification replies. */
	public static final SystemChannelFlags SUPPRESS_ROLE_SUBSCRIPTION_PURCHASE_NOTIFICATION_REPLIES = new SystemChannelFlags(
			1L << 5);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
