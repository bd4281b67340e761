package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.guild.Guild;
import io.github.discordgateway.protocol.Snowflake;

/**
 * A guild became known: at the start of a session, after an outage, or because the bot
 * joined it.
 *
 * @param guild the guild
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-create">Discord's
 * documentation</a>
 */
public record GuildCreate(@JsonValue Guild guild) implements GatewayEvent {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public GuildCreate {
	}

	@Override
	public Snowflake guildId() {
		return this.guild.id();
	}

}
