package io.github.discordgateway.model.poll;

import io.github.discordgateway.model.expression.Emoji;
import org.jspecify.annotations.Nullable;

/**
 * Poll text and emoji.
 *
 * @param text the text; {@code null} when absent
 * @param emoji the emoji; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/poll#poll-media-object-poll-media-object-structure">Discord's
 * documentation</a>
 */
public record PollMedia(@Nullable String text, @Nullable Emoji emoji) {

}
