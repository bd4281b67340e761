package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * How to ban a user.
 *
 * @param deleteMessageSeconds of how many seconds to delete messages, 0 to 604800, which
 * are 7 days; {@code null} for none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#create-guild-ban">Discord's
 * documentation</a>
 */
@DiscordJson
public record CreateBan(@Nullable Integer deleteMessageSeconds) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public CreateBan {
		Limits.number("The time of which to delete messages in seconds", deleteMessageSeconds, 0, 604_800);
	}

}
