package io.github.discordgateway.model.schedule;

import io.github.discordgateway.model.IntValue;

/**
 * Where a scheduled event takes place.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-entity-types">Discord's
 * documentation</a>
 */
public record ScheduledEventEntityType(int value) implements IntValue {

	/** On a stage of the guild. */
	public static final ScheduledEventEntityType STAGE_INSTANCE = new ScheduledEventEntityType(1);

	/** In a voice channel of the guild. */
	public static final ScheduledEventEntityType VOICE = new ScheduledEventEntityType(2);

	/** Elsewhere; it has a location and an end, and no channel. */
	public static final ScheduledEventEntityType EXTERNAL = new ScheduledEventEntityType(3);

	/** Nowhere. */
	public static final ScheduledEventEntityType NONE = new ScheduledEventEntityType(0);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
