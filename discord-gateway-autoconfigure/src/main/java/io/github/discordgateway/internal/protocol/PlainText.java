package io.github.discordgateway.internal.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Passes over the plain part of a text: that of ASCII without escapes, which most texts
 * are from their first byte to their last.
 */
final class PlainText {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private PlainText() {
	}

	/**
	 * Finds the end of what is plain.
	 * @param buffer holds the text
	 * @param from where to begin
	 * @param end where the buffer's content ends
	 * @return the index of the first byte that is a quote, a backslash, a control
	 * character or not ASCII; the end when there is none
	 */
	static int end(byte[] buffer, int from, int end) {
		int i = from;
		while (i + Long.BYTES <= end) {
			long special = special((long) LONGS.get(buffer, i));
			if (special != 0) {
				return i + (Long.numberOfTrailingZeros(special) >>> 3);
			}
			i += Long.BYTES;
		}
		while (i < end && buffer[i] >= ' ' && buffer[i] != '"' && buffer[i] != '\\') {
			i++;
		}
		return i;
	}

	/**
	 * Which of eight bytes is a quote, a backslash, a control character or not ASCII: the
	 * highest bit of the first such byte is set, and none before it.
	 */
	private static long special(long eight) {
		long quote = eight ^ 0x2222222222222222L;
		long backslash = eight ^ 0x5C5C5C5C5C5C5C5CL;
		return ((quote - 0x0101010101010101L) | (backslash - 0x0101010101010101L) | (eight - 0x2020202020202020L)
				| eight) & 0x8080808080808080L;
	}

}
