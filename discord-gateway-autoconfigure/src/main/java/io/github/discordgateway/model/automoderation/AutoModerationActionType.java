package io.github.discordgateway.model.automoderation;

import io.github.discordgateway.model.IntValue;

/**
 * What a rule of auto moderation does when it fires.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/auto-moderation#auto-moderation-action-object-action-types">Discord's
 * documentation</a>
 */
public record AutoModerationActionType(int value) implements IntValue {

	/** Keeps the message from being sent, and may tell the member why. */
	public static final AutoModerationActionType BLOCK_MESSAGE = new AutoModerationActionType(1);

	/** Posts the content and its author into a channel for moderators. */
	public static final AutoModerationActionType SEND_ALERT_MESSAGE = new AutoModerationActionType(2);

	/**
	 * Times the member out, for keywords and mention spam only; the rule's author needs
	 * MODERATE_MEMBERS.
	 */
	public static final AutoModerationActionType TIMEOUT = new AutoModerationActionType(3);

	/** Keeps the member from writing, speaking and any other interaction. */
	public static final AutoModerationActionType BLOCK_MEMBER_INTERACTION = new AutoModerationActionType(4);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
