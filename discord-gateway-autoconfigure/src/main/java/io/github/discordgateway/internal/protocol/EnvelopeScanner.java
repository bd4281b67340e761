package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the envelope of a payload that no parser reads: one that is no UTF-8, nested too
 * deeply, or cut in its middle. Looks at the structure alone, which lies in bytes below
 * 128, and neither at what texts hold nor how deep anything is nested.
 *
 * <p>
 * Where a payload is cut there is a zero byte, and behind it the last part of it. What
 * stands there is read backwards from the end: the members of single values before the
 * brace that closes the envelope.
 */
final class EnvelopeScanner {

	private static final String NAME = "\\w{1,32}";

	private static final String SINGLE_VALUE = "-?\\d{1,19}|null|true|false|\"[^\"\\\\]{0,256}\"";

	private static final Pattern LAST_MEMBERS = Pattern
		.compile("(?:,\\s*+\"" + NAME + "\"\\s*+:\\s*+(?:" + SINGLE_VALUE + ")\\s*+)++}\\s*+\\z");

	private static final Pattern LAST_MEMBER = Pattern
		.compile(",\\s*+\"(" + NAME + ")\"\\s*+:\\s*+(" + SINGLE_VALUE + ")");

	/** Longer ones are no names of events. */
	private static final int MAX_NAME_LENGTH = 100;

	/** How much of the end is looked at when a payload is not cut. */
	private static final int TAIL_BYTES = 1024;

	/** As many decimal digits as always fit into an {@code int}. */
	private static final int INT_DIGITS = 9;

	/** As many decimal digits as always fit into a {@code long}. */
	private static final int LONG_DIGITS = 18;

	private final byte[] buffer;

	private final int end;

	private int at;

	private int opcode = -1;

	private long sequence = Frame.NO_SEQUENCE;

	private @Nullable String name;

	private int bodyStart = -1;

	private int bodyEnd = -1;

	private EnvelopeScanner(byte[] buffer, int start, int end) {
		this.buffer = buffer;
		this.at = start;
		this.end = end;
	}

	/**
	 * Looks for an envelope.
	 * @param buffer holds the payload
	 * @param start where it starts
	 * @param end where it ends
	 * @return what was found
	 */
	static EnvelopeScanner scan(byte[] buffer, int start, int end) {
		EnvelopeScanner scanner = new EnvelopeScanner(buffer, start, end);
		if (!scanner.readObject()) {
			scanner.readTail(Math.max(scanner.at, end - TAIL_BYTES));
		}
		return scanner;
	}

	/**
	 * Finds the end of a value, however deep it is nested.
	 * @param buffer holds the JSON
	 * @param start where the value starts
	 * @param end where the text ends
	 * @return the index behind the value; -1 when it does not end
	 */
	static int valueEnd(byte[] buffer, int start, int end) {
		EnvelopeScanner scanner = new EnvelopeScanner(buffer, start, end);
		return scanner.skipValue() ? scanner.at : -1;
	}

	/** The number in {@code op}; -1 when there is none. */
	int opcode() {
		return this.opcode;
	}

	long sequence() {
		return this.sequence;
	}

	@Nullable String name() {
		return this.name;
	}

	/** Where {@code d} starts; -1 when that was not found. */
	int bodyStart() {
		return this.bodyStart;
	}

	/** The index behind {@code d}; -1 when it is cut. */
	int bodyEnd() {
		return this.bodyEnd;
	}

	/** Returns whether the object was read to its end. */
	private boolean readObject() {
		if (!skip('{')) {
			return false;
		}
		do {
			skipSpace();
			int keyStart = this.at + 1;
			if (!isAt('"') || !skipText()) {
				return isAt('}');
			}
			String key = ascii(keyStart, this.at - 1);
			if (!skip(':')) {
				return false;
			}
			skipSpace();
			int start = this.at;
			if ("d".equals(key)) {
				this.bodyStart = start;
				this.bodyEnd = -1;
			}
			if (!skipValue()) {
				return false;
			}
			takeMember(key, start);
		}
		while (skip(','));
		return isAt('}');
	}

	private void takeMember(@Nullable String key, int start) {
		if ("d".equals(key)) {
			this.bodyEnd = this.at;
		}
		else if (key != null) {
			take(key, ascii(start, this.at));
		}
	}

	private void take(String key, @Nullable String value) {
		if (value == null) {
			return;
		}
		switch (key) {
			case "op" -> {
				if (isNumber(value, INT_DIGITS)) {
					this.opcode = Integer.parseInt(value);
				}
			}
			case "s" -> {
				if (isNumber(value, LONG_DIGITS)) {
					this.sequence = Long.parseLong(value);
				}
			}
			case "t" -> {
				if (value.startsWith("\"") && value.indexOf('\\') < 0) {
					this.name = value.substring(1, value.length() - 1);
				}
			}
			default -> {
				// Is not part of the envelope.
			}
		}
	}

	private static boolean isNumber(String value, int maxDigits) {
		return !value.isEmpty() && value.length() <= maxDigits
				&& value.chars().allMatch((digit) -> digit >= '0' && digit <= '9');
	}

	private void readTail(int start) {
		int from = start;
		for (int i = start; i < this.end; i++) {
			if (this.buffer[i] == 0) {
				from = i + 1;
			}
		}
		String tail = new String(this.buffer, from, this.end - from, StandardCharsets.ISO_8859_1);
		Matcher last = LAST_MEMBERS.matcher(tail);
		if (last.find()) {
			Matcher member = LAST_MEMBER.matcher(last.group());
			while (member.find()) {
				take(member.group(1), member.group(2));
			}
		}
	}

	/** A short text of ASCII; {@code null} when it is another one. */
	private @Nullable String ascii(int from, int to) {
		if (to - from > MAX_NAME_LENGTH) {
			return null;
		}
		for (int i = from; i < to; i++) {
			if (this.buffer[i] < ' ') {
				return null;
			}
		}
		return new String(this.buffer, from, to - from, StandardCharsets.US_ASCII);
	}

	/** Moves behind the value that starts here; not at all to be relied on when cut. */
	private boolean skipValue() {
		int depth = 0;
		while (this.at < this.end) {
			switch (this.buffer[this.at]) {
				case 0 -> {
					return false;
				}
				case '"' -> {
					if (!skipText()) {
						return false;
					}
					if (depth == 0) {
						return true;
					}
				}
				case '{', '[' -> {
					depth++;
					this.at++;
				}
				case '}', ']' -> {
					if (depth == 0) {
						return true;
					}
					this.at++;
					if (--depth == 0) {
						return true;
					}
				}
				case ',', ' ', '\t', '\r', '\n' -> {
					if (depth == 0) {
						return true;
					}
					this.at++;
				}
				default -> this.at++;
			}
		}
		return false;
	}

	private boolean skipText() {
		for (int i = this.at + 1; i < this.end; i++) {
			switch (this.buffer[i]) {
				case '\\' -> i++;
				case '"' -> {
					this.at = i + 1;
					return true;
				}
				case 0 -> {
					this.at = i;
					return false;
				}
				default -> {
					// Part of the text.
				}
			}
		}
		this.at = this.end;
		return false;
	}

	private void skipSpace() {
		while (isAt(' ') || isAt('\t') || isAt('\r') || isAt('\n')) {
			this.at++;
		}
	}

	private boolean skip(char expected) {
		skipSpace();
		boolean found = isAt(expected);
		if (found) {
			this.at++;
		}
		return found;
	}

	private boolean isAt(char expected) {
		return this.at < this.end && this.buffer[this.at] == expected;
	}

}
