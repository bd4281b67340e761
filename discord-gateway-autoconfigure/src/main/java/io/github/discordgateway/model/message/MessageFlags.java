package io.github.discordgateway.model.message;

import io.github.discordgateway.model.Flags;

/**
 * What else is known of a message.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-object-message-flags">Discord's
 * documentation</a>
 */
public record MessageFlags(long bits) implements Flags<MessageFlags> {

	/** It was published to the channels that follow its announcement channel. */
	public static final MessageFlags CROSSPOSTED = new MessageFlags(1L << 0);

	/** It was published in another channel, which this one follows. */
	public static final MessageFlags IS_CROSSPOST = new MessageFlags(1L << 1);

	/** Its embeds are not shown. */
	public static final MessageFlags SUPPRESS_EMBEDS = new MessageFlags(1L << 2);

	/** The message of which it is the crosspost was deleted. */
	public static final MessageFlags SOURCE_MESSAGE_DELETED = new MessageFlags(1L << 3);

	/** It comes from Discord's system for urgent messages. */
	public static final MessageFlags URGENT = new MessageFlags(1L << 4);

	/** A thread with the same id was started from it. */
	public static final MessageFlags HAS_THREAD = new MessageFlags(1L << 5);

	/** Only the user whose interaction it answers sees it. */
	public static final MessageFlags EPHEMERAL = new MessageFlags(1L << 6);

	/** It answers an interaction, and the bot is still thinking. */
	public static final MessageFlags LOADING = new MessageFlags(1L << 7);

	/** Not all members of the roles that it mentions could be added to the thread. */
	public static final MessageFlags FAILED_TO_MENTION_SOME_ROLES_IN_THREAD = new MessageFlags(1L << 8);

	/** It has a link that only looks like one of Discord's. Not documented by Discord. */
	public static final MessageFlags SHOULD_SHOW_LINK_NOT_DISCORD_WARNING = new MessageFlags(1L << 10);

	/** It does not notify by push or on the desktop. */
	public static final MessageFlags SUPPRESS_NOTIFICATIONS = new MessageFlags(1L << 12);

	/** It is a voice message. */
	public static final MessageFlags IS_VOICE_MESSAGE = new MessageFlags(1L << 13);

	/** It is a forward, with a snapshot of the message that it forwards. */
	public static final MessageFlags HAS_SNAPSHOT = new MessageFlags(1L << 14);

	/** It consists of components alone, without content, embeds, stickers and poll. */
	public static final MessageFlags IS_COMPONENTS_V2 = new MessageFlags(1L << 15);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
