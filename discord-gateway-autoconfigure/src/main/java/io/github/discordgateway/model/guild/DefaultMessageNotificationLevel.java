package io.github.discordgateway.model.guild;

import io.github.discordgateway.model.IntValue;

/**
 * Of which messages members of a guild are notified unless they choose otherwise.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#guild-object-default-message-notification-level">Discord's
 * documentation</a>
 */
public record DefaultMessageNotificationLevel(int value) implements IntValue {

	/** Of all messages. */
	public static final DefaultMessageNotificationLevel ALL_MESSAGES = new DefaultMessageNotificationLevel(0);

	/** Only of those that mention them. */
	public static final DefaultMessageNotificationLevel ONLY_MENTIONS = new DefaultMessageNotificationLevel(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
