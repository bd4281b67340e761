package io.github.discordgateway.internal.protocol;

/**
 * Passes over JSON without reading it, and makes sure on the way that it is JSON: as
 * strict as a parser about everything but the size of a number, and several times as
 * fast.
 */
final class JsonScanner {

	/** There is no value, or a broken one, or it is nested too deeply. */
	static final int BROKEN = Utf8.BROKEN;

	private JsonScanner() {
	}

	/**
	 * Finds the end of a value.
	 * @param buffer holds the JSON
	 * @param start where the value starts
	 * @param end where the text ends
	 * @param depth how deep it may be nested
	 * @return the index behind the value, or {@link #BROKEN}
	 */
	static int valueEnd(byte[] buffer, int start, int end, int depth) {
		if (start >= end) {
			return BROKEN;
		}
		return switch (buffer[start]) {
			case '"' -> textEnd(buffer, start, end);
			case '{' -> objectEnd(buffer, start, end, depth);
			case '[' -> arrayEnd(buffer, start, end, depth);
			case 't' -> literalEnd(buffer, start, end, "true");
			case 'f' -> literalEnd(buffer, start, end, "false");
			case 'n' -> literalEnd(buffer, start, end, "null");
			default -> numberEnd(buffer, start, end);
		};
	}

	private static int objectEnd(byte[] buffer, int start, int end, int depth) {
		if (depth == 0) {
			return BROKEN;
		}
		int at = skipSpace(buffer, start + 1, end);
		if (isAt(buffer, at, end, '}')) {
			return at + 1;
		}
		while (true) {
			int nameEnd = textEnd(buffer, at, end);
			at = memberEnd(buffer, nameEnd, end, depth);
			if (at == BROKEN) {
				return BROKEN;
			}
			at = skipSpace(buffer, at, end);
			if (isAt(buffer, at, end, '}')) {
				return at + 1;
			}
			if (!isAt(buffer, at, end, ',')) {
				return BROKEN;
			}
			at = skipSpace(buffer, at + 1, end);
		}
	}

	private static int memberEnd(byte[] buffer, int nameEnd, int end, int depth) {
		int valueStart = valueStart(buffer, nameEnd, end);
		return (valueStart != BROKEN) ? valueEnd(buffer, valueStart, end, depth - 1) : BROKEN;
	}

	/**
	 * Moves from the end of a member's name to its value.
	 * @param buffer holds the JSON
	 * @param nameEnd the index behind the name, or {@link #BROKEN}
	 * @param end where the text ends
	 * @return where the value starts, or {@link #BROKEN}
	 */
	static int valueStart(byte[] buffer, int nameEnd, int end) {
		if (nameEnd == BROKEN) {
			return BROKEN;
		}
		int colon = skipSpace(buffer, nameEnd, end);
		return isAt(buffer, colon, end, ':') ? skipSpace(buffer, colon + 1, end) : BROKEN;
	}

	private static int arrayEnd(byte[] buffer, int start, int end, int depth) {
		if (depth == 0) {
			return BROKEN;
		}
		int at = skipSpace(buffer, start + 1, end);
		if (isAt(buffer, at, end, ']')) {
			return at + 1;
		}
		while (true) {
			at = valueEnd(buffer, at, end, depth - 1);
			if (at == BROKEN) {
				return BROKEN;
			}
			at = skipSpace(buffer, at, end);
			if (isAt(buffer, at, end, ']')) {
				return at + 1;
			}
			if (!isAt(buffer, at, end, ',')) {
				return BROKEN;
			}
			at = skipSpace(buffer, at + 1, end);
		}
	}

	/**
	 * Finds the end of a text.
	 * @param buffer holds the JSON
	 * @param start where its first quote has to be
	 * @param end where everything ends
	 * @return the index behind the last quote, or {@link #BROKEN}
	 */
	static int textEnd(byte[] buffer, int start, int end) {
		if (!isAt(buffer, start, end, '"')) {
			return BROKEN;
		}
		int at = start + 1;
		while ((at = PlainText.end(buffer, at, end)) < end) {
			byte special = buffer[at];
			if (special == '"') {
				return at + 1;
			}
			at = (special < 0) ? Utf8.characterEnd(buffer, at, end) : escapeEnd(buffer, at, end);
			if (at == BROKEN) {
				return BROKEN;
			}
		}
		return BROKEN;
	}

	/** Passes over an escape; a control character is none. */
	private static int escapeEnd(byte[] buffer, int start, int end) {
		if (buffer[start] != '\\' || start + 1 >= end) {
			return BROKEN;
		}
		return switch (buffer[start + 1]) {
			case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> start + 2;
			case 'u' -> hexEnd(buffer, start + 2, Math.min(start + 6, end));
			default -> BROKEN;
		};
	}

	private static int hexEnd(byte[] buffer, int start, int end) {
		for (int i = start; i < end; i++) {
			if (Character.digit(buffer[i], 16) < 0) {
				return BROKEN;
			}
		}
		return (end - start == 4) ? end : BROKEN;
	}

	private static int literalEnd(byte[] buffer, int start, int end, String literal) {
		int literalEnd = start + literal.length();
		if (literalEnd > end) {
			return BROKEN;
		}
		for (int i = 1; i < literal.length(); i++) {
			if (buffer[start + i] != literal.charAt(i)) {
				return BROKEN;
			}
		}
		return literalEnd;
	}

	private static int numberEnd(byte[] buffer, int start, int end) {
		int digits = isAt(buffer, start, end, '-') ? start + 1 : start;
		int at = digitsEnd(buffer, digits, end);
		if (at == digits || (buffer[digits] == '0' && at > digits + 1)) {
			return BROKEN;
		}
		if (isAt(buffer, at, end, '.')) {
			int fraction = at + 1;
			at = digitsEnd(buffer, fraction, end);
			if (at == fraction) {
				return BROKEN;
			}
		}
		if (isAt(buffer, at, end, 'e') || isAt(buffer, at, end, 'E')) {
			int exponent = at + 1;
			exponent += (isAt(buffer, exponent, end, '+') || isAt(buffer, exponent, end, '-')) ? 1 : 0;
			at = digitsEnd(buffer, exponent, end);
			return (at > exponent) ? at : BROKEN;
		}
		return at;
	}

	private static int digitsEnd(byte[] buffer, int start, int end) {
		int at = start;
		while (at < end && buffer[at] >= '0' && buffer[at] <= '9') {
			at++;
		}
		return at;
	}

	static int skipSpace(byte[] buffer, int start, int end) {
		int at = start;
		while (at < end && buffer[at] <= ' ' && isSpace(buffer[at])) {
			at++;
		}
		return at;
	}

	private static boolean isSpace(byte character) {
		return character == ' ' || character == '\n' || character == '\r' || character == '\t';
	}

	static boolean isAt(byte[] buffer, int at, int end, char expected) {
		return at < end && buffer[at] == expected;
	}

}
