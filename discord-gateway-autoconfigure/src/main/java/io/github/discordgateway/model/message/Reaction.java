package io.github.discordgateway.model.message;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.expression.Emoji;

/**
 * All reactions to a message with one emoji.
 *
 * @param count how often it was given in all
 * @param countDetails how often it was given by kind
 * @param me whether the bot has reacted so
 * @param meBurst whether the bot has reacted so with a super reaction
 * @param emoji the emoji
 * @param burstColors the colours of the super reaction, as {@code #rrggbb}
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#reaction-object-reaction-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Reaction(int count, ReactionCountDetails countDetails, boolean me, boolean meBurst, Emoji emoji,
		List<String> burstColors) {

	public Reaction {
		burstColors = RecordValues.listOrEmpty(burstColors);
	}

}
