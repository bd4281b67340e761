package io.github.discordgateway.model.message;

import io.github.discordgateway.model.Flags;

/**
 * Message flags.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-object-message-flags">Discord's
 * documentation</a>
 */
public record MessageFlags(long bits) implements Flags<MessageFlags> {

	/** Crossposted. */
	public static final MessageFlags CROSSPOSTED = new MessageFlags(1L << 0);

	/** Is crosspost. */
	public static final MessageFlags IS_CROSSPOST = new MessageFlags(1L << 1);

	/** Suppress embeds. */
	public static final MessageFlags SUPPRESS_EMBEDS = new MessageFlags(1L << 2);

	/** Source message deleted. */
	public static final MessageFlags SOURCE_MESSAGE_DELETED = new MessageFlags(1L << 3);

	/** Urgent. */
	public static final MessageFlags URGENT = new MessageFlags(1L << 4);

	/** Has thread. */
	public static final MessageFlags HAS_THREAD = new MessageFlags(1L << 5);

	/** Ephemeral. */
	public static final MessageFlags EPHEMERAL = new MessageFlags(1L << 6);

	/** Loading. */
	public static final MessageFlags LOADING = new MessageFlags(1L << 7);

	/** Failed to mention some roles in thread. */
	public static final MessageFlags FAILED_TO_MENTION_SOME_ROLES_IN_THREAD = new MessageFlags(1L << 8);

	/** Should show link not discord warning. Not documented by Discord. */
	public static final MessageFlags SHOULD_SHOW_LINK_NOT_DISCORD_WARNING = new MessageFlags(1L << 10);

	/** Suppress notifications. */
	public static final MessageFlags SUPPRESS_NOTIFICATIONS = new MessageFlags(1L << 12);

	/** Is voice message. */
	public static final MessageFlags IS_VOICE_MESSAGE = new MessageFlags(1L << 13);

	/** Has snapshot. */
	public static final MessageFlags HAS_SNAPSHOT = new MessageFlags(1L << 14);

	/** Is components v2. */
	public static final MessageFlags IS_COMPONENTS_V2 = new MessageFlags(1L << 15);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
