package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;

/**
 * The start of a payload as it may stand in a log or an exception: bounded, on one line,
 * and without credentials. Such are the values of keys that name a token (interaction and
 * voice tokens too), a secret or a session id, the tokens in the paths of webhooks and
 * interactions, and whatever looks like a bot token.
 */
public final class PayloadExcerpt {

	/** Enough to recognise what came, little enough for one line of a log. */
	private static final int MAX_CHARACTERS = 512;

	/** Read beyond the end of the excerpt, so that a token across it is still seen. */
	private static final int LOOK_AHEAD = 512;

	private static final String REDACTED = "******";

	/**
	 * A key, quoted or not, even within an escaped text, and its value: quoted, bare, or
	 * an object or array, after which the rest is given up. Each may be cut off.
	 */
	private static final Pattern SECRET_VALUE = Pattern
		.compile("((?:token|session_id|secret|secrets|password|authorization)\\\\*[\"']?\\s*[:=]\\s*)"
				+ "(?:\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?$)|\\\\+\"[^\"]*+\"?|'[^']*+'?|[\\[{].*|[^\"'\\[{\\s,}\\]][^,}\\]\"]*+)",
				Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/** {@code /webhooks/id/token} and {@code /interactions/id/token/callback}. */
	private static final Pattern SECRET_PATH = Pattern
		.compile("((?:webhooks|interactions)\\\\?/\\d++\\\\?/)[^/?#\"'\\\\\\s]++", Pattern.CASE_INSENSITIVE);

	/** What a parser quotes of the text that it reads. */
	private static final Pattern QUOTE = Pattern.compile("(?s)\"[^\"]*\"?|'[^']*'?|\n.*");

	private PayloadExcerpt() {
	}

	/**
	 * Makes an excerpt.
	 * @param buffer holds the payload
	 * @param offset where it starts
	 * @param length its number of bytes
	 * @return at most 512 characters of it, then its size
	 */
	public static String of(byte[] buffer, int offset, int length) {
		String start = new String(buffer, offset, Math.min(length, MAX_CHARACTERS + LOOK_AHEAD),
				StandardCharsets.UTF_8);
		String redacted = SECRET_VALUE.matcher(start).replaceAll("$1\"" + REDACTED + "\"");
		redacted = SECRET_PATH.matcher(redacted).replaceAll("$1" + REDACTED);
		redacted = ServerText.withoutTokens(redacted);
		redacted = ServerText.withoutControls(redacted);
		if (length <= MAX_CHARACTERS && redacted.length() <= MAX_CHARACTERS) {
			return redacted;
		}
		return redacted.substring(0, Math.min(redacted.length(), MAX_CHARACTERS)) + "... (" + length + " bytes)";
	}

	/**
	 * What a parser complains of, for a report that shows the excerpt beside it.
	 * @param ex the parser's exception; it must not be the cause of the report, as its
	 * message may quote the payload
	 * @return its message without what it quotes
	 */
	public static String complaint(JacksonException ex) {
		return QUOTE.matcher(ex.getOriginalMessage()).replaceAll("...");
	}

}
