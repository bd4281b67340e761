package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.schedule.ScheduledEvent;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled event has changed, has begun or has ended.
 *
 * @param scheduledEvent the scheduled event as it is now
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-scheduled-event-update">Discord's
 * documentation</a>
 */
public record GuildScheduledEventUpdate(@JsonValue ScheduledEvent scheduledEvent) implements GuildScheduledEventEvent {

	@Override
	public Snowflake guildId() {
		return this.scheduledEvent.guildId();
	}

	@Override
	public @Nullable Snowflake channelId() {
		return this.scheduledEvent.channelId();
	}

}
