package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.Flags;

/**
 * How a member of a thread is notified.
 *
 * @param bits the bits, known or not
 */
public record ThreadMemberFlags(long bits) implements Flags<ThreadMemberFlags> {

	/** The member has changed the notification settings of the thread. */
	public static final ThreadMemberFlags HAS_INTERACTED = new ThreadMemberFlags(1L << 0);

	/** Notified of all messages. */
	public static final ThreadMemberFlags ALL_MESSAGES = new ThreadMemberFlags(1L << 1);

	/** Notified of mentions only. */
	public static final ThreadMemberFlags ONLY_MENTIONS = new ThreadMemberFlags(1L << 2);

	/** Not notified. */
	public static final ThreadMemberFlags NO_MESSAGES = new ThreadMemberFlags(1L << 3);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
