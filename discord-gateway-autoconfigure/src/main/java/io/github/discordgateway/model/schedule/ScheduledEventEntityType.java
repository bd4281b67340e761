package io.github.discordgateway.model.schedule;

import io.github.discordgateway.model.IntValue;

/**
 * Scheduled event entity type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-entity-types">Discord's
 * documentation</a>
 */
public record ScheduledEventEntityType(int value) implements IntValue {

	/** Stage instance. */
	public static final ScheduledEventEntityType STAGE_INSTANCE = new ScheduledEventEntityType(1);

	/** Voice. */
	public static final ScheduledEventEntityType VOICE = new ScheduledEventEntityType(2);

	/** External. */
	public static final ScheduledEventEntityType EXTERNAL = new ScheduledEventEntityType(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
