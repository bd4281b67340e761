package io.github.discordgateway.model.channel;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * The emoji that a forum offers for reactions to its threads.
 *
 * @param emojiId id of the emoji, when it is a custom one; {@code null} when there is
 * none
 * @param emojiName the emoji itself, when it is a Unicode one; {@code null} when there is
 * none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#default-reaction-object-default-reaction-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record DefaultReaction(@Nullable Snowflake emojiId, @Nullable String emojiName) {

}
