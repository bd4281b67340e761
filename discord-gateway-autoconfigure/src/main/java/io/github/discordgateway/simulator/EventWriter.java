package io.github.discordgateway.simulator;

import java.util.List;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.GuildUpdate;
import io.github.discordgateway.internal.codec.DiscordObjects;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a typed event as Discord would.
 */
final class EventWriter {

	/** What the same record has for GUILD_UPDATE, but Discord does not send there. */
	static final List<String> ONLY_IN_GUILD_CREATE = List.of("joined_at", "large", "unavailable", "member_count",
			"voice_states", "members", "channels", "threads", "presences", "stage_instances", "guild_scheduled_events",
			"soundboard_sounds");

	private EventWriter() {
	}

	/**
	 * Discord's name of an event.
	 * @param event a record of one
	 * @return for example {@code MESSAGE_CREATE}
	 */
	static String name(GatewayEvent event) {
		EventType type = EventType.of(event.getClass());
		if (type == null) {
			throw new IllegalArgumentException(event.getClass().getName() + " is not the record of an event");
		}
		return type.name();
	}

	/**
	 * Writes the body of an event.
	 * @param event a record of one
	 * @return the JSON of {@code d}
	 */
	static String write(GatewayEvent event) {
		if (event instanceof GuildUpdate) {
			ObjectNode guild = DiscordObjects.tree(event);
			return guild.remove(ONLY_IN_GUILD_CREATE).toString();
		}
		return DiscordObjects.write(event);
	}

}
