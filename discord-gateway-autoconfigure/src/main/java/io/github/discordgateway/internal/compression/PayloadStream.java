package io.github.discordgateway.internal.compression;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * Turns the messages of one connection into payloads. Used by one thread.
 */
public interface PayloadStream extends AutoCloseable {

	/**
	 * Feeds one message.
	 * @param message its bytes, which are read to the end
	 * @return whether a payload is complete; it is then in {@link #buffer()}
	 * @throws CorruptStreamException when the bytes are corrupt; the stream is of no use
	 * afterwards
	 */
	default boolean feed(ByteBuffer message) throws CorruptStreamException {
		return feed(message, true);
	}

	/**
	 * Feeds a part of a message.
	 * @param part its bytes, which are read to the end
	 * @param last whether the message ends with it
	 * @return whether a payload is complete; it is then in {@link #buffer()}
	 * @throws CorruptStreamException when the bytes are corrupt, or the payload is so
	 * large that it is not even passed over; the stream is of no use afterwards
	 */
	boolean feed(ByteBuffer part, boolean last) throws CorruptStreamException;

	/**
	 * Holds the payload that is complete, from its first byte on, until the next message
	 * is fed. Of one that is larger than allowed only the beginning and the end are kept,
	 * with a zero byte between them, so that its envelope can be read.
	 * @return the buffer, which the stream uses again
	 * @see #excess()
	 */
	byte[] buffer();

	/**
	 * The number of bytes in the payload that is complete.
	 * @return the length of what is in the buffer
	 */
	int length();

	/**
	 * What is too much about the payload that is complete.
	 * @return by how much it was larger than allowed, in words; {@code null} when it is
	 * whole
	 */
	@Nullable String excess();

	/**
	 * Frees what the stream holds outside the heap. May be called more than once.
	 */
	@Override
	void close();

}
