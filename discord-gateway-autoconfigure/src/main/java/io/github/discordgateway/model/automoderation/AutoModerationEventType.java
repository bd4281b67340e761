package io.github.discordgateway.model.automoderation;

import io.github.discordgateway.model.IntValue;

/**
 * At what a rule of auto moderation is checked.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/auto-moderation#auto-moderation-rule-object-event-types">Discord's
 * documentation</a>
 */
public record AutoModerationEventType(int value) implements IntValue {

	/** When a member sends or edits a message. */
	public static final AutoModerationEventType MESSAGE_SEND = new AutoModerationEventType(1);

	/** When a member edits the profile. */
	public static final AutoModerationEventType MEMBER_UPDATE = new AutoModerationEventType(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
