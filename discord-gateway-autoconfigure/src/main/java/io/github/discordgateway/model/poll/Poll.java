package io.github.discordgateway.model.poll;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import org.jspecify.annotations.Nullable;

/**
 * A poll.
 *
 * @param question question, text only
 * @param answers answers
 * @param expiry end; {@code null} when there is none
 * @param allowMultiselect whether several answers may be chosen
 * @param layoutType layout
 * @param results how many votes there are; unknown when absent, then {@code null}
 * @see <a href=
 * "https://discord.com/developers/docs/resources/poll#poll-object-poll-object-structure">Discord's
 * documentation</a>
 */
public record Poll(PollMedia question, List<PollAnswer> answers, @Nullable Instant expiry, boolean allowMultiselect,
		PollLayoutType layoutType, @Nullable PollResults results) {

	public Poll {
		answers = OrEmpty.list(answers);
	}

}
