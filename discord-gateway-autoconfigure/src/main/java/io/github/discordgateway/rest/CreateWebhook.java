package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * A webhook to make.
 *
 * @param name its name, 1 to 80 characters
 * @param avatar its picture, as a data URI; {@code null} for none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/webhook#create-webhook">Discord's
 * documentation</a>
 */
@DiscordJson
public record CreateWebhook(String name, @Nullable String avatar) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public CreateWebhook {
		Limits.text("The name of a webhook", name, 1, 80);
	}

}
