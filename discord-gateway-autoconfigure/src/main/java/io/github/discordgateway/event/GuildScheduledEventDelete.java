package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.schedule.ScheduledEvent;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled event was deleted.
 *
 * @param scheduledEvent the scheduled event as it was
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-scheduled-event-delete">Discord's
 * documentation</a>
 */
public record GuildScheduledEventDelete(@JsonValue ScheduledEvent scheduledEvent) implements GuildScheduledEventEvent {

	@Override
	public Snowflake guildId() {
		return this.scheduledEvent.guildId();
	}

	@Override
	public @Nullable Snowflake channelId() {
		return this.scheduledEvent.channelId();
	}

}
