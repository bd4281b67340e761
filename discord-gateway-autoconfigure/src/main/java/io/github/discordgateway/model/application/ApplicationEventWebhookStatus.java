package io.github.discordgateway.model.application;

import io.github.discordgateway.model.IntValue;

/**
 * Whether Discord sends events to an application over HTTP.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/application#application-object-application-event-webhook-status">Discord's
 * documentation</a>
 */
public record ApplicationEventWebhookStatus(int value) implements IntValue {

	/** The developer has not switched them on. */
	public static final ApplicationEventWebhookStatus DISABLED = new ApplicationEventWebhookStatus(1);

	/** Events are sent to the application's address. */
	public static final ApplicationEventWebhookStatus ENABLED = new ApplicationEventWebhookStatus(2);

	/** Discord has switched them off, usually because the address did not answer. */
	public static final ApplicationEventWebhookStatus DISABLED_BY_DISCORD = new ApplicationEventWebhookStatus(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
