package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.schedule.ScheduledEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event was scheduled in a guild.
 *
 * @param scheduledEvent the scheduled event
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-scheduled-event-create">Discord's
 * documentation</a>
 */
public record GuildScheduledEventCreate(@JsonValue ScheduledEvent scheduledEvent) implements GuildScheduledEventEvent {

	@Override
	public Snowflake guildId() {
		return this.scheduledEvent.guildId();
	}

	@Override
	public @Nullable Snowflake channelId() {
		return this.scheduledEvent.channelId();
	}

}
