package io.github.discordgateway.model.schedule;

import io.github.discordgateway.model.IntValue;

/**
 * Who sees a scheduled event.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-privacy-level">Discord's
 * documentation</a>
 */
public record ScheduledEventPrivacyLevel(int value) implements IntValue {

	/** Members of the guild. */
	public static final ScheduledEventPrivacyLevel GUILD_ONLY = new ScheduledEventPrivacyLevel(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
