package io.github.discordgateway.model.application;

import io.github.discordgateway.model.IntValue;

/**
 * Application event webhook status.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/application#application-object-application-event-webhook-status">Discord's
 * documentation</a>
 */
public record ApplicationEventWebhookStatus(int value) implements IntValue {

	/** Disabled. */
	public static final ApplicationEventWebhookStatus DISABLED = new ApplicationEventWebhookStatus(1);

	/** Enabled. */
	public static final ApplicationEventWebhookStatus ENABLED = new ApplicationEventWebhookStatus(2);

	/** Disabled by discord. */
	public static final ApplicationEventWebhookStatus DISABLED_BY_DISCORD = new ApplicationEventWebhookStatus(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
