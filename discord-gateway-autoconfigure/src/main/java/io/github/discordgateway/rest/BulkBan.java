package io.github.discordgateway.rest;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * Users to ban at once.
 *
 * @param userIds the users, 1 to 200
 * @param deleteMessageSeconds of how many seconds to delete messages, 0 to 604800, which
 * are 7 days; {@code null} for none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#bulk-guild-ban">Discord's
 * documentation</a>
 */
@DiscordJson
public record BulkBan(List<Snowflake> userIds, @Nullable Integer deleteMessageSeconds) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public BulkBan {
		userIds = RecordValues.listOrEmpty(userIds);
		Limits.size("The list of users to ban", userIds, 1, 200);
		Limits.number("The time of which to delete messages in seconds", deleteMessageSeconds, 0, 604_800);
	}

}
