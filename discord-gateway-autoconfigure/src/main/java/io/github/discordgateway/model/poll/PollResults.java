package io.github.discordgateway.model.poll;

import java.util.List;

import io.github.discordgateway.model.OrEmpty;

/**
 * Poll counts.
 *
 * @param isFinalized exact counts
 * @param answerCounts per answer; zero counts may be missing
 * @see <a href=
 * "https://discord.com/developers/docs/resources/poll#poll-results-object-poll-results-object-structure">Discord's
 * documentation</a>
 */
public record PollResults(boolean isFinalized, List<PollAnswerCount> answerCounts) {

	public PollResults {
		answerCounts = OrEmpty.list(answerCounts);
	}

}
