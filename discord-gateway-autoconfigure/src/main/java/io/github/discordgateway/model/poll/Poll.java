package io.github.discordgateway.model.poll;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * A question with answers to vote for.
 *
 * @param question the question, which is a text only
 * @param answers the answers, at most ten
 * @param expiry when it ends; {@code null} when there is none
 * @param allowMultiselect whether several answers may be chosen
 * @param layoutType how it is laid out
 * @param results how many votes there are; unknown when absent, then {@code null}
 * @see <a href=
 * "https://discord.com/developers/docs/resources/poll#poll-object-poll-object-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Poll(PollMedia question, List<PollAnswer> answers, @Nullable Instant expiry, boolean allowMultiselect,
		PollLayoutType layoutType, @Nullable PollResults results) {

	public Poll {
		answers = RecordValues.listOrEmpty(answers);
	}

}
