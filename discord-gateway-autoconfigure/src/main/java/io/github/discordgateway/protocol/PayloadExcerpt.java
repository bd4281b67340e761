package io.github.discordgateway.protocol;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The start of a payload as it may stand in a log or an exception: bounded, and without
 * the values of keys that hold credentials (interaction and voice tokens are such).
 */
public final class PayloadExcerpt {

	/** Enough to recognise what came, little enough for one line of a log. */
	private static final int MAX_BYTES = 512;

	private static final Pattern TOKEN = Pattern.compile("(\"[^\"]*token\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*+\"?",
			Pattern.CASE_INSENSITIVE);

	private PayloadExcerpt() {
	}

	/**
	 * Makes an excerpt.
	 * @param buffer holds the payload
	 * @param offset where it starts
	 * @param length its number of bytes
	 * @return at most 512 bytes of it, then its size
	 */
	public static String of(byte[] buffer, int offset, int length) {
		String start = new String(buffer, offset, Math.min(length, MAX_BYTES), StandardCharsets.UTF_8);
		String redacted = TOKEN.matcher(start).replaceAll("$1******\"").replaceAll("\\p{Cntrl}", "?");
		return (length > MAX_BYTES) ? redacted + "... (" + length + " bytes)" : redacted;
	}

}
