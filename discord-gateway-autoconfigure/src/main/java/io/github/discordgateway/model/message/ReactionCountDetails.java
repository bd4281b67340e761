package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;

/**
 * How often a reaction was given by kind.
 *
 * @param burst number of super reactions
 * @param normal number of ordinary reactions
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#reaction-count-details-object-reaction-count-details-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record ReactionCountDetails(int burst, int normal) {

}
