package io.github.discordgateway.model.poll;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.expression.Emoji;
import org.jspecify.annotations.Nullable;

/**
 * The question or an answer of a poll.
 *
 * @param text the text, at most 300 characters for a question and 55 for an answer;
 * {@code null} when absent
 * @param emoji the emoji, only for answers; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/poll#poll-media-object-poll-media-object-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record PollMedia(@Nullable String text, @Nullable Emoji emoji) {

}
