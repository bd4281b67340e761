package io.github.discordgateway.model.message;

import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.expression.Emoji;

/**
 * All reactions to a message with one emoji.
 *
 * @param count total
 * @param countDetails split counts
 * @param me bot reacted
 * @param meBurst bot super-reacted
 * @param emoji emoji
 * @param burstColors #rrggbb colours
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#reaction-object-reaction-structure">Discord's
 * documentation</a>
 */
public record Reaction(int count, ReactionCountDetails countDetails, boolean me, boolean meBurst, Emoji emoji,
		List<String> burstColors) {

	public Reaction {
		burstColors = OrEmpty.list(burstColors);
	}

}
