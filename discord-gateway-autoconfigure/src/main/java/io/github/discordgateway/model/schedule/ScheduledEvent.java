package io.github.discordgateway.model.schedule;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled event of a guild.
 *
 * @param id id of the scheduled event
 * @param guildId id of the guild
 * @param channelId id of the channel in which it takes place; {@code null} when it takes
 * place elsewhere
 * @param creatorId id of the user who made it; {@code null} for events made before
 * 2021-10-25
 * @param name its title
 * @param description the text; {@code null} when absent
 * @param scheduledStartTime when it begins
 * @param scheduledEndTime when it ends, always told when it takes place elsewhere;
 * {@code null} when there is none
 * @param privacyLevel who sees it
 * @param status how far it has come
 * @param entityType where it takes place
 * @param entityId id of the stage when it has begun on one; {@code null} when there is
 * none
 * @param entityMetadata the place, only when it takes place elsewhere; {@code null} when
 * there is none
 * @param creator the user who made it; {@code null} when absent
 * @param userCount how many users are interested; {@code null} when absent
 * @param image hash of the cover image; {@code null} when absent
 * @param recurrenceRule how it is repeated; {@code null} when there is none
 * @param userRsvp the answer of the bot itself; {@code null} when absent
 * @param guildScheduledEventExceptions what is different at single occurrences; empty
 * when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record ScheduledEvent(Snowflake id, Snowflake guildId, @Nullable Snowflake channelId,
		@Nullable Snowflake creatorId, String name, @Nullable String description, Instant scheduledStartTime,
		@Nullable Instant scheduledEndTime, ScheduledEventPrivacyLevel privacyLevel, ScheduledEventStatus status,
		ScheduledEventEntityType entityType, @Nullable Snowflake entityId,
		@Nullable ScheduledEventEntityMetadata entityMetadata, @Nullable User creator, @Nullable Integer userCount,
		@Nullable String image, @Nullable ScheduledEventRecurrenceRule recurrenceRule,
		@Nullable ScheduledEventRsvp userRsvp, List<ScheduledEventOverride> guildScheduledEventExceptions) {

	public ScheduledEvent {
		guildScheduledEventExceptions = RecordValues.listOrEmpty(guildScheduledEventExceptions);
	}

}
