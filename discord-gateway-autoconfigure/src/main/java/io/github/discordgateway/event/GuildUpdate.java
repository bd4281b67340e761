package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Guild;

/**
 * The settings of a guild have changed.
 *
 * @param guild the guild
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-update">Discord's
 * documentation</a>
 */
public record GuildUpdate(@JsonValue Guild guild) implements GuildEvent {

	@Override
	public Snowflake guildId() {
		return this.guild.id();
	}

}
