package io.github.discordgateway.rest;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;

/**
 * Messages to delete at once.
 *
 * @param messages the messages, 2 to 100, none older than two weeks
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#bulk-delete-messages">Discord's
 * documentation</a>
 */
@DiscordJson
public record BulkDelete(List<Snowflake> messages) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public BulkDelete {
		messages = RecordValues.listOrEmpty(messages);
		Limits.size("The list of messages to delete", messages, 2, 100);
	}

}
