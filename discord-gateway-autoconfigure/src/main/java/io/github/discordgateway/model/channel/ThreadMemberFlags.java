package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.Flags;

/**
 * Thread member flags.
 *
 * @param bits the bits, known or not
 */
public record ThreadMemberFlags(long bits) implements Flags<ThreadMemberFlags> {

	/** Has interacted. */
	public static final ThreadMemberFlags HAS_INTERACTED = new ThreadMemberFlags(1L << 0);

	/** All messages. */
	public static final ThreadMemberFlags ALL_MESSAGES = new ThreadMemberFlags(1L << 1);

	/** Only mentions. */
	public static final ThreadMemberFlags ONLY_MENTIONS = new ThreadMemberFlags(1L << 2);

	/** No messages. */
	public static final ThreadMemberFlags NO_MESSAGES = new ThreadMemberFlags(1L << 3);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
