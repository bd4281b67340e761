package io.github.discordgateway.model.channel;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a forum.
 *
 * @param id id of the tag
 * @param name the text of it
 * @param moderated whether only moderators may set it
 * @param emojiId id of the emoji, when it is a custom one; {@code null} when there is
 * none
 * @param emojiName the emoji itself, when it is a Unicode one; {@code null} when there is
 * none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#forum-tag-object-forum-tag-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record ForumTag(Snowflake id, String name, boolean moderated, @Nullable Snowflake emojiId,
		@Nullable String emojiName) {

}
