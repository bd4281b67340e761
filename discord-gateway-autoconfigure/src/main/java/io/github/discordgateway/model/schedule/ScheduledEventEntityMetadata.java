package io.github.discordgateway.model.schedule;

import org.jspecify.annotations.Nullable;

/**
 * External event data.
 *
 * @param location place; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-entity-metadata">Discord's
 * documentation</a>
 */
public record ScheduledEventEntityMetadata(@Nullable String location) {

}
