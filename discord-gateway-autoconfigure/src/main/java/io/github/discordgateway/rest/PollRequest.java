package io.github.discordgateway.rest;

import java.util.Arrays;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.poll.PollLayoutType;
import io.github.discordgateway.model.poll.PollMedia;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A poll to send.
 *
 * @param question the question, at most 300 characters
 * @param answers the answers, 1 to 10 of at most 55 characters
 * @param duration for how many hours it is open, 1 to 768; {@code null} for 24
 * @param allowMultiselect whether one may choose several
 * @param layoutType how it looks; {@code null} for the default
 * @see <a href=
 * "https://discord.com/developers/docs/resources/poll#poll-create-request-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record PollRequest(PollMedia question, List<Answer> answers, @Nullable Integer duration,
		boolean allowMultiselect, @Nullable PollLayoutType layoutType) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public PollRequest {
		answers = RecordValues.listOrEmpty(answers);
		Assert.notNull(question, "A poll needs a question");
		Limits.text("The question of a poll", question.text(), 1, 300);
		Limits.size("The list of a poll's answers", answers, 1, 10);
		Limits.number("The duration of a poll in hours", duration, 1, 768);
	}

	/**
	 * A poll for a day.
	 * @param question the question
	 * @param answers the answers
	 * @return the poll
	 */
	public static PollRequest of(String question, String... answers) {
		return new PollRequest(new PollMedia(question, null),
				Arrays.stream(answers).map((answer) -> new Answer(new PollMedia(answer, null))).toList(), null, false,
				null);
	}

	/**
	 * An answer.
	 *
	 * @param pollMedia its text, at most 55 characters, and an emoji
	 */
	@DiscordJson
	public record Answer(PollMedia pollMedia) {

		/**
		 * Checks what Discord demands.
		 * @throws IllegalArgumentException when the text is too long
		 */
		public Answer {
			Assert.notNull(pollMedia, "An answer of a poll needs a text");
			Limits.text("The answer of a poll", pollMedia.text(), 1, 55);
		}

	}

}
