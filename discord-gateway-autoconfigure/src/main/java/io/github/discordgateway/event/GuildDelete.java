package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * A guild is in an outage, or the bot is no longer in it.
 *
 * @param id id of the guild
 * @param unavailable whether it is an outage; {@code false} when the bot was removed from
 * the guild, which Discord tells by leaving it out
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-delete">Discord's
 * documentation</a>
 */
public record GuildDelete(Snowflake id, boolean unavailable) implements GuildEvent {

	@Override
	public Snowflake guildId() {
		return this.id;
	}

}
