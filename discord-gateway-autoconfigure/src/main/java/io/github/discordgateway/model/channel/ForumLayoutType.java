package io.github.discordgateway.model.channel;

import io.github.discordgateway.model.IntValue;

/**
 * How the threads of a forum are shown unless a user chooses otherwise.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#channel-object-forum-layout-types">Discord's
 * documentation</a>
 */
public record ForumLayoutType(int value) implements IntValue {

	/** The forum has no default. */
	public static final ForumLayoutType NOT_SET = new ForumLayoutType(0);

	/** As a list. */
	public static final ForumLayoutType LIST_VIEW = new ForumLayoutType(1);

	/** As tiles. */
	public static final ForumLayoutType GALLERY_VIEW = new ForumLayoutType(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
