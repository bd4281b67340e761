package io.github.discordgateway.rest;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;

/**
 * Who was banned.
 *
 * @param bannedUsers those who were banned
 * @param failedUsers those who were not: banned already, or not to be banned by the bot
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#bulk-guild-ban">Discord's
 * documentation</a>
 */
@DiscordJson
public record BulkBanResult(List<Snowflake> bannedUsers, List<Snowflake> failedUsers) {

	public BulkBanResult {
		bannedUsers = RecordValues.listOrEmpty(bannedUsers);
		failedUsers = RecordValues.listOrEmpty(failedUsers);
	}

}
