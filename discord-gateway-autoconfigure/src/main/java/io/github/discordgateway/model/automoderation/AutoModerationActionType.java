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

	/** Block message. */
	public static final AutoModerationActionType BLOCK_MESSAGE = new AutoModerationActionType(1);

	/** Send alert message. */
	public static final AutoModerationActionType SEND_ALERT_MESSAGE = new AutoModerationActionType(2);

	/** Timeout. */
	public static final AutoModerationActionType TIMEOUT = new AutoModerationActionType(3);

	/** Block member interaction. */
	public static final AutoModerationActionType BLOCK_MEMBER_INTERACTION = new AutoModerationActionType(4);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
