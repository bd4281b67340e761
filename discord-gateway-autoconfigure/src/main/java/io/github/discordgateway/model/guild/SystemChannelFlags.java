package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.Flags;

/**
 * What is left out of the channel for system messages.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-system-channel-flags">Discord's
 * documentation</a>
 */
public record SystemChannelFlags(long bits) implements Flags<SystemChannelFlags> {

	/** Messages when a member joins. */
	public static final SystemChannelFlags SUPPRESS_JOIN_NOTIFICATIONS = new SystemChannelFlags(1L << 0);

	/** Messages when a member boosts the guild. */
	public static final SystemChannelFlags SUPPRESS_PREMIUM_SUBSCRIPTIONS = new SystemChannelFlags(1L << 1);

	/** Tips to set up the guild. */
	public static final SystemChannelFlags SUPPRESS_GUILD_REMINDER_NOTIFICATIONS = new SystemChannelFlags(1L << 2);

	/** The buttons to greet a new member with a sticker. */
	public static final SystemChannelFlags SUPPRESS_JOIN_NOTIFICATION_REPLIES = new SystemChannelFlags(1L << 3);

	/** Messages when a subscription to a role is bought or renewed. */
	public static final SystemChannelFlags SUPPRESS_ROLE_SUBSCRIPTION_PURCHASE_NOTIFICATIONS = new SystemChannelFlags(
			1L << 4);

	/** The buttons to answer a subscription to a role with a sticker. */
	public static final SystemChannelFlags SUPPRESS_ROLE_SUBSCRIPTION_PURCHASE_NOTIFICATION_REPLIES = new SystemChannelFlags(
			1L << 5);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
