package io.github.discordgateway.internal.protocol;

import java.util.regex.Pattern;

import io.github.discordgateway.GatewayToken;

/**
 * Makes text that a server chose fit to be logged and shown: close reasons, names,
 * messages of errors. It is one line, without characters that hide or reorder what stands
 * around it, bounded, and never holds a token.
 */
public final class ServerText {

	/** Longer than any close reason, which has 123 bytes. */
	private static final int MAX_CHARACTERS = 512;

	private static final String REDACTED = "******";

	/**
	 * Control characters, those of C1 included, formatting ones, the bidirectional among
	 * them, separators of lines, and halves of characters.
	 */
	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

	/** The id of the bot, a time stamp and a signature, each in Base64. */
	private static final Pattern BOT_TOKEN = Pattern.compile("[\\w-]{18,}+\\.[\\w-]{5,}+\\.[\\w-]*+");

	private ServerText() {
	}

	/**
	 * Cleans a text.
	 * @param text what the server sent
	 * @param tokens what must not be shown, beside whatever looks like a bot's token
	 * @return the text, with {@code ?} for each character that cannot be shown,
	 * {@code ******} for a token, and at most 512 characters of it
	 */
	public static String clean(String text, GatewayToken... tokens) {
		String shown = withoutControls(text);
		for (GatewayToken token : tokens) {
			shown = shown.replace(token.reveal(), REDACTED);
		}
		shown = withoutTokens(shown);
		return (shown.length() <= MAX_CHARACTERS) ? shown : withoutControls(shown.substring(0, MAX_CHARACTERS)) + "...";
	}

	/**
	 * Replaces the characters that would break or reorder a line.
	 * @param text any text
	 * @return a text of the same length in code points
	 */
	static String withoutControls(String text) {
		return CONTROL.matcher(text).replaceAll("?");
	}

	/**
	 * Replaces whatever looks like the token of a bot.
	 * @param text any text
	 * @return a text without it
	 */
	static String withoutTokens(String text) {
		return BOT_TOKEN.matcher(text).replaceAll(REDACTED);
	}

}
