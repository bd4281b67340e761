package io.github.discordgateway.internal.transport;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Finds payloads that are not UTF-8, before anybody reads them. The JSON parser would
 * find most of them, but only in what it reads, and perhaps later on another thread,
 * where it looks as if the event had come in another form. Reactor Netty does not look at
 * the bytes of a text frame, and cannot look at what is compressed.
 *
 * <p>
 * Most events are ASCII from their first byte to their last. What is not goes through the
 * JDK's decoder. Used by one thread.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc6455#section-8.1">RFC 6455,
 * Errors in UTF-8-Encoded Data</a>
 */
final class Utf8Check {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	/** The highest bit of each of eight bytes, which ASCII leaves clear. */
	private static final long HIGH_BITS = 0x8080808080808080L;

	private static final int BLOCK_BYTES = 8 * Long.BYTES;

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

	/** Takes the characters, which nobody needs. */
	private final CharBuffer characters = CharBuffer.allocate(4096);

	/**
	 * Looks at a payload.
	 * @param buffer holds it, from the first byte on
	 * @param length its number of bytes
	 * @return what is wrong, as a clause without a capital and full stop; {@code null}
	 * when it is UTF-8
	 */
	@Nullable String problem(byte[] buffer, int length) {
		int ascii = asciiLength(buffer, length);
		return (ascii < length) ? problem(buffer, ascii, length) : null;
	}

	/**
	 * How much of the beginning is ASCII: in the middle of a payload rounded down to a
	 * whole block.
	 */
	private static int asciiLength(byte[] buffer, int length) {
		int at = 0;
		for (int next = BLOCK_BYTES; next <= length; next += BLOCK_BYTES) {
			long block = 0;
			for (int i = at; i < next; i += Long.BYTES) {
				block |= (long) LONGS.get(buffer, i);
			}
			if ((block & HIGH_BITS) != 0) {
				return at;
			}
			at = next;
		}
		while (at < length && buffer[at] >= 0) {
			at++;
		}
		return at;
	}

	private @Nullable String problem(byte[] buffer, int start, int length) {
		ByteBuffer bytes = ByteBuffer.wrap(buffer, start, length - start);
		this.decoder.reset();
		CoderResult result;
		do {
			result = this.decoder.decode(bytes, this.characters.clear(), true);
		}
		while (result.isOverflow());
		return result.isError() ? "it is not UTF-8 at byte " + bytes.position() + " of " + length + " (0x"
				+ Integer.toHexString(buffer[bytes.position()] & 0xFF) + ")" : null;
	}

}
