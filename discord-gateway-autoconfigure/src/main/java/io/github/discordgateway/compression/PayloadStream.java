package io.github.discordgateway.compression;

import java.nio.ByteBuffer;

/**
 * Turns the binary messages of one connection into payloads. Used by one thread.
 */
public interface PayloadStream extends AutoCloseable {

	/**
	 * Feeds one binary message.
	 * @param message its bytes, which are read to the end
	 * @return whether a payload is complete; it is then in {@link #buffer()}
	 * @throws CorruptStreamException when the bytes are corrupt or the payload grows
	 * beyond the limit; the stream is of no use afterwards
	 */
	boolean feed(ByteBuffer message) throws CorruptStreamException;

	/**
	 * Holds the payload that is complete, from its first byte on, until the next message
	 * is fed.
	 * @return the buffer, which the stream uses again
	 */
	byte[] buffer();

	/**
	 * The number of bytes in the payload that is complete.
	 * @return the length
	 */
	int length();

	/**
	 * Frees what the stream holds outside the heap. May be called more than once.
	 */
	@Override
	void close();

}
