package io.github.discordgateway.model.schedule;

import java.time.Instant;

import io.github.discordgateway.model.user.User;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled event of a guild.
 *
 * @param id event id
 * @param guildId id of the guild
 * @param channelId id of the host channel, {@code null} for external
 * @param creatorId id of the creator, {@code null} for very old ones
 * @param name its title
 * @param description the text; {@code null} when absent
 * @param scheduledStartTime start
 * @param scheduledEndTime end, set for external; {@code null} when there is none
 * @param privacyLevel visibility
 * @param status state
 * @param entityType where it happens
 * @param entityId id of the stage instance or similar; {@code null} when there is none
 * @param entityMetadata location for external; {@code null} when there is none
 * @param creator creator account; {@code null} when absent
 * @param userCount interested users; {@code null} when absent
 * @param image hash of the cover image; {@code null} when absent
 * @param recurrenceRule repetition; {@code null} when there is none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-structure">Discord's
 * documentation</a>
 */
public record ScheduledEvent(Snowflake id, Snowflake guildId, @Nullable Snowflake channelId,
		@Nullable Snowflake creatorId, String name, @Nullable String description, Instant scheduledStartTime,
		@Nullable Instant scheduledEndTime, ScheduledEventPrivacyLevel privacyLevel, ScheduledEventStatus status,
		ScheduledEventEntityType entityType, @Nullable Snowflake entityId,
		@Nullable ScheduledEventEntityMetadata entityMetadata, @Nullable User creator, @Nullable Integer userCount,
		@Nullable String image, @Nullable ScheduledEventRecurrenceRule recurrenceRule) {

}
