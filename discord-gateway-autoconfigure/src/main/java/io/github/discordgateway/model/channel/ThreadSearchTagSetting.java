package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.TextValue;

/**
 * How a forum is searched by several tags.
 *
 * @param value the text on the wire, known or not
 */
public record ThreadSearchTagSetting(String value) implements TextValue {

	/** A thread has all of the tags. */
	public static final ThreadSearchTagSetting MATCH_ALL = new ThreadSearchTagSetting("match_all");

	/** A thread has one of the tags at least. */
	public static final ThreadSearchTagSetting MATCH_SOME = new ThreadSearchTagSetting("match_some");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
