package io.github.discordgateway.internal.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/**
 * Finds payloads that are not UTF-8, before anybody reads them. The JSON parser would
 * find most of them, but only in what it reads, and perhaps later on another thread,
 * where it looks as if the event had come in another form. Reactor Netty does not look at
 * the bytes of a text frame, and cannot look at what is compressed.
 *
 * <p>
 * Most events are ASCII from their first byte to their last, and are passed over
 * thirty-two bytes at a time. The JDK's decoder goes byte by byte from the first other
 * character on, and wants room for what it decodes.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc6455#section-8.1">RFC 6455,
 * Errors in UTF-8-Encoded Data</a>
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc3629#section-4">RFC 3629, Syntax
 * of UTF-8 Byte Sequences</a>
 */
public final class Utf8 {

	/** No character of several bytes. */
	static final int BROKEN = -1;

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	/** The highest bit of each of eight bytes, which ASCII leaves clear. */
	private static final long HIGH_BITS = 0x8080808080808080L;

	private Utf8() {
	}

	/**
	 * Looks at a payload.
	 * @param buffer holds it, from the first byte on
	 * @param length its number of bytes
	 * @return what is wrong, as a clause without a capital and full stop; {@code null}
	 * when it is UTF-8
	 */
	public static @Nullable String problem(byte[] buffer, int length) {
		int at = 0;
		while ((at = asciiEnd(buffer, at, length)) < length) {
			int behind = characterEnd(buffer, at, length);
			if (behind == BROKEN) {
				return "it is not UTF-8 at byte " + at + " of " + length + " (0x"
						+ Integer.toHexString(buffer[at] & 0xFF) + ")";
			}
			at = behind;
		}
		return null;
	}

	private static int asciiEnd(byte[] buffer, int start, int end) {
		int at = start;
		while (at + 4 * Long.BYTES <= end && ((word(buffer, at) | word(buffer, at + Long.BYTES)
				| word(buffer, at + 2 * Long.BYTES) | word(buffer, at + 3 * Long.BYTES)) & HIGH_BITS) == 0) {
			at += 4 * Long.BYTES;
		}
		while (at + Long.BYTES <= end) {
			long others = word(buffer, at) & HIGH_BITS;
			if (others != 0) {
				return at + (Long.numberOfTrailingZeros(others) >>> 3);
			}
			at += Long.BYTES;
		}
		while (at < end && buffer[at] >= 0) {
			at++;
		}
		return at;
	}

	private static long word(byte[] buffer, int at) {
		return (long) LONGS.get(buffer, at);
	}

	/**
	 * Passes over a character of several bytes.
	 * @param buffer holds it
	 * @param start where it starts
	 * @param end where the text ends
	 * @return the index behind it; {@link #BROKEN} when it is cut, or longer than it has
	 * to be, or a surrogate, or beyond the last character that there is
	 */
	static int characterEnd(byte[] buffer, int start, int end) {
		int first = buffer[start] & 0xFF;
		int length = length(first);
		if (length == 0 || start + length > end) {
			return BROKEN;
		}
		int second = buffer[start + 1] & 0xFF;
		int lowest = (first == 0xE0) ? 0xA0 : ((first == 0xF0) ? 0x90 : 0x80);
		int highest = (first == 0xED) ? 0x9F : ((first == 0xF4) ? 0x8F : 0xBF);
		if (second < lowest || second > highest) {
			return BROKEN;
		}
		for (int i = start + 2; i < start + length; i++) {
			if ((buffer[i] & 0xC0) != 0x80) {
				return BROKEN;
			}
		}
		return start + length;
	}

	/** The number of bytes that a first byte announces; 0 when it is none. */
	private static int length(int first) {
		if (first < 0xC2 || first > 0xF4) {
			return 0;
		}
		return (first < 0xE0) ? 2 : ((first < 0xF0) ? 3 : 4);
	}

}
