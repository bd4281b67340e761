package io.github.discordgateway.model.poll;

/**
 * Poll answer.
 *
 * @param answerId answer id
 * @param pollMedia content
 * @see <a href=
 * "https://discord.com/developers/docs/resources/poll#poll-answer-object-poll-answer-object-structure">Discord's
 * documentation</a>
 */
public record PollAnswer(int answerId, PollMedia pollMedia) {

}
