package io.github.discordgateway.model.poll;

import io.github.discordgateway.DiscordJson;

/**
 * An answer that can be voted for.
 *
 * @param answerId number of the answer in the poll
 * @param pollMedia its text and emoji
 * @see <a href=
 * "https://discord.com/developers/docs/resources/poll#poll-answer-object-poll-answer-object-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record PollAnswer(int answerId, PollMedia pollMedia) {

}
