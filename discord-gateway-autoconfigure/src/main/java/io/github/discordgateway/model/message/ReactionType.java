package io.github.discordgateway.model.message;

import io.github.discordgateway.model.IntValue;

/**
 * Reaction type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#get-reactions-reaction-types">Discord's
 * documentation</a>
 */
public record ReactionType(int value) implements IntValue {

	/** Normal. */
	public static final ReactionType NORMAL = new ReactionType(0);

	/** Burst. */
	public static final ReactionType BURST = new ReactionType(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
