package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A guild is in an outage, or the bot is no longer in it.
 *
 * @param id id of the guild
 * @param unavailable whether it is an outage; {@code null} when the bot was removed from
 * the guild
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-delete">Discord's
 * documentation</a>
 */
public record GuildDelete(Snowflake id, @Nullable Boolean unavailable) implements GuildEvent {

	@Override
	public Snowflake guildId() {
		return this.id;
	}

}
