package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A file of a message that is sent or edited.
 *
 * @param id id of a file that the message has; or the number of a new one, from 0
 * @param filename its name; {@code null} to leave it
 * @param description its alternative text; {@code null} to leave it
 */
@DiscordJson
public record AttachmentRequest(Snowflake id, @Nullable String filename, @Nullable String description) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public AttachmentRequest {
		Assert.notNull(id, "A file has an id: that of a file of the message, or its number among the new ones");
		Limits.text("The name of a file", filename, 1, 1024);
		Limits.text("The description of a file", description, 0, 1024);
	}

}
