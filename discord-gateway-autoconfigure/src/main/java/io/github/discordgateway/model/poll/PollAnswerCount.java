package io.github.discordgateway.model.poll;

import io.github.discordgateway.DiscordJson;

/**
 * How many votes an answer has.
 *
 * @param id number of the answer in the poll
 * @param count how many votes there are for it
 * @param meVoted whether the bot has voted for it
 * @see <a href=
 * "https://discord.com/developers/docs/resources/poll#poll-results-object-poll-answer-count-object-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record PollAnswerCount(int id, int count, boolean meVoted) {

}
