package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.guild.Guild;
import io.github.discordgateway.model.guild.GuildState;
import io.github.discordgateway.model.guild.UnavailableGuild;
import io.github.discordgateway.protocol.Snowflake;

/**
 * A guild became known: at the start of a session, after an outage, or because the bot
 * joined it. During an outage nothing but its id is told:
 * {@code if (event.guild() instanceof Guild guild)}.
 *
 * @param guild the guild, or what is left of it during an outage
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#guild-create">Discord's
 * documentation</a>
 */
public record GuildCreate(@JsonValue GuildState guild) implements GuildEvent {

	/**
	 * Reads the body in one pass, since {@code unavailable} may stand at the end of a
	 * large one.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static GuildCreate of(Guild guild) {
		boolean idOnly = guild.name() == null && guild.ownerId() == null;
		return new GuildCreate(
				idOnly ? new UnavailableGuild(guild.id(), Boolean.TRUE.equals(guild.unavailable())) : guild);
	}

	@Override
	public Snowflake guildId() {
		return this.guild.id();
	}

}
