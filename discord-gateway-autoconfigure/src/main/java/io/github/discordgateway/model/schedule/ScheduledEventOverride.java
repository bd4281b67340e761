package io.github.discordgateway.model.schedule;

import java.time.Instant;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * What is different at one occurrence of a repeated event. Discord calls it an exception.
 *
 * @param eventId id of the scheduled event
 * @param eventExceptionId id of the occurrence
 * @param scheduledStartTime when the occurrence begins; {@code null} when as planned
 * @param scheduledEndTime when the occurrence ends; {@code null} when as planned
 * @param isCanceled whether it does not take place
 */
@DiscordJson
public record ScheduledEventOverride(Snowflake eventId, Snowflake eventExceptionId,
		@Nullable Instant scheduledStartTime, @Nullable Instant scheduledEndTime, boolean isCanceled) {

}
