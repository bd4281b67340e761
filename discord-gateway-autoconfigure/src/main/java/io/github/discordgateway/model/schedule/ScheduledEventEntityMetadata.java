package io.github.discordgateway.model.schedule;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * The place of a scheduled event that takes place elsewhere than in the guild.
 *
 * @param location the place, 1 to 100 characters; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-entity-metadata">Discord's
 * documentation</a>
 */
@DiscordJson
public record ScheduledEventEntityMetadata(@Nullable String location) {

}
