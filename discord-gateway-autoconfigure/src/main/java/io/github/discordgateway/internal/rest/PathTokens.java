package io.github.discordgateway.internal.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides the tokens that paths of interactions and webhooks hold; ids are no secret.
 */
final class PathTokens {

	/** A name in braces stands for a token already. */
	private static final Pattern SEGMENT = Pattern.compile("(/(?:webhooks|interactions)/+[^/?#]+/+)[^/?#{]+");

	/** Shorter ones may be any word of a text. */
	private static final int SECRET = 8;

	private PathTokens() {
	}

	/**
	 * Hides what stands at the place of a token.
	 * @param uri a URI, a path or a template of one
	 * @param shown what is shown instead
	 * @return the same without a token
	 */
	static String hide(String uri, String shown) {
		return SEGMENT.matcher(uri).replaceFirst("$1" + Matcher.quoteReplacement(shown));
	}

	/**
	 * Hides a token that a text repeats, where it is a word of its own or a part of a
	 * path.
	 * @param text what a server says
	 * @param token a token
	 * @param shown what is shown instead
	 * @return the text without the token
	 */
	static String hide(String text, String token, String shown) {
		String before = (token.length() < SECRET) ? "(?<=/)" : "(?<![\\w-])";
		return text.replaceAll(before + Pattern.quote(token) + "(?![\\w-])", Matcher.quoteReplacement(shown));
	}

}
