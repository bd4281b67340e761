package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.guild.Guild;
import io.github.discordgateway.protocol.Snowflake;

/**
 * Startup backfill, guild available again, or bot joined; payload may be an
 * UnavailableGuild.
 *
 * @param guild the body
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-create">Discord's
 * documentation</a>
 */
public record GuildCreate(@JsonValue Guild guild) implements GatewayEvent {

	/** The body is the object itself. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public GuildCreate {
	}

	@Override
	public Snowflake guildId() {
		return this.guild.id();
	}

}
