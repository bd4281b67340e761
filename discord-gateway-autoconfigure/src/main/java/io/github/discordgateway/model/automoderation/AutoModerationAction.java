package io.github.discordgateway.model.automoderation;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * What is done when a rule of auto moderation fires.
 *
 * @param type the kind of action
 * @param metadata the settings of the action, of which only those that fit its type are
 * there; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/auto-moderation#auto-moderation-action-object-auto-moderation-action-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record AutoModerationAction(AutoModerationActionType type, @Nullable AutoModerationActionMetadata metadata) {

}
