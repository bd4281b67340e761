package io.github.discordgateway.model.message;

import io.github.discordgateway.model.IntValue;

/**
 * The kind of a reaction.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#get-reactions-reaction-types">Discord's
 * documentation</a>
 */
public record ReactionType(int value) implements IntValue {

	/** An ordinary reaction. */
	public static final ReactionType NORMAL = new ReactionType(0);

	/** A super reaction, with colours and an animation. */
	public static final ReactionType BURST = new ReactionType(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
