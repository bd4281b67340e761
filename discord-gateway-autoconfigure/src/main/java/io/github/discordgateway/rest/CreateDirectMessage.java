package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;

import org.springframework.util.Assert;

/**
 * Whose channel of direct messages to open.
 *
 * @param recipientId the user
 * @see <a href= "https://discord.com/developers/docs/resources/user#create-dm">Discord's
 * documentation</a>
 */
@DiscordJson
public record CreateDirectMessage(Snowflake recipientId) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public CreateDirectMessage {
		Assert.notNull(recipientId, "A direct message needs a user");
	}

}
