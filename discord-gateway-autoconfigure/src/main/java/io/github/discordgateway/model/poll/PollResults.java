package io.github.discordgateway.model.poll;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;

/**
 * How the votes of a poll stand.
 *
 * @param isFinalized whether the counts are final and exact
 * @param answerCounts the votes of each answer; none for answers that are missing
 * @see <a href=
 * "https://discord.com/developers/docs/resources/poll#poll-results-object-poll-results-object-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record PollResults(boolean isFinalized, List<PollAnswerCount> answerCounts) {

	public PollResults {
		answerCounts = RecordValues.listOrEmpty(answerCounts);
	}

}
