package io.github.discordgateway.model.poll;

/**
 * Count of one answer.
 *
 * @param id answer id
 * @param count votes
 * @param meVoted whether the bot has voted for it
 * @see <a href=
 * "https://discord.com/developers/docs/resources/poll#poll-results-object-poll-answer-count-object-structure">Discord's
 * documentation</a>
 */
public record PollAnswerCount(int id, int count, boolean meVoted) {

}
