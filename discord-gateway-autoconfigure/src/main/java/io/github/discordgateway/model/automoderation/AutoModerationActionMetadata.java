package io.github.discordgateway.model.automoderation;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an action. Which of them is there depends on the type of the action.
 *
 * @param channelId id of the channel that alerts go to; {@code null} when absent
 * @param durationSeconds for how many seconds the member is timed out, at most four
 * weeks; {@code null} when absent
 * @param customMessage the text that is shown to the member whose message is blocked;
 * {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/auto-moderation#auto-moderation-action-object-action-metadata">Discord's
 * documentation</a>
 */
@DiscordJson
public record AutoModerationActionMetadata(@Nullable Snowflake channelId, @Nullable Integer durationSeconds,
		@Nullable String customMessage) {

}
