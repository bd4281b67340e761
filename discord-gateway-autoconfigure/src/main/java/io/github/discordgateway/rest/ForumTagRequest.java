package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a forum.
 *
 * @param id id of a tag that there is; {@code null} for a new one
 * @param name its name, at most 50 characters
 * @param moderated whether only moderators may set it; {@code null} for no
 * @param emojiId id of its custom emoji; {@code null} for none
 * @param emojiName its emoji; {@code null} for none
 */
@DiscordJson
public record ForumTagRequest(@Nullable Snowflake id, String name, @Nullable Boolean moderated,
		@Nullable Snowflake emojiId, @Nullable String emojiName) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public ForumTagRequest {
		Limits.text("The name of a tag", name, 0, 50);
	}

}
