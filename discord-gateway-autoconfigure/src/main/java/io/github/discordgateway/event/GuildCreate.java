package io.github.discordgateway.event;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Guild;
import io.github.discordgateway.model.guild.GuildState;
import io.github.discordgateway.model.guild.UnavailableGuild;

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
		return new GuildCreate(isBare(guild) ? new UnavailableGuild(guild.id(), true) : guild);
	}

	/** Whether there is nothing of the guild but its id, and that it is unavailable. */
	private static boolean isBare(Guild guild) {
		return guild.name() == null && guild.ownerId() == null && guild.joinedAt() == null
				&& guild.memberCount() == null
				&& Stream
					.of(guild.roles(), guild.emojis(), guild.features(), guild.members(), guild.channels(),
							guild.threads(), guild.voiceStates(), guild.presences())
					.allMatch(List::isEmpty);
	}

	@Override
	public Snowflake guildId() {
		return this.guild.id();
	}

}
