package io.github.discordgateway.model.message;

/**
 * Reaction counts.
 *
 * @param burst super reactions
 * @param normal normal reactions
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#reaction-count-details-object-reaction-count-details-structure">Discord's
 * documentation</a>
 */
public record ReactionCountDetails(int burst, int normal) {

}
