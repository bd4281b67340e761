package io.github.discordgateway.model.channel;

import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a forum.
 *
 * @param id tag id
 * @param name label
 * @param moderated only moderators may apply it
 * @param emojiId id of the custom emoji; {@code null} when there is none
 * @param emojiName unicode emoji; {@code null} when there is none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#forum-tag-object-forum-tag-structure">Discord's
 * documentation</a>
 */
public record ForumTag(Snowflake id, String name, boolean moderated, @Nullable Snowflake emojiId,
		@Nullable String emojiName) {

}
