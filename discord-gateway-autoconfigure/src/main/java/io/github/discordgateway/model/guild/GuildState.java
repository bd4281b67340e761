package io.github.discordgateway.model.guild;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;

/**
 * A guild as far as Discord can tell of it: a whole {@link Guild}, or an
 * {@link UnavailableGuild} during an outage.
 */
@DiscordJson
public sealed interface GuildState permits Guild, UnavailableGuild {

	/**
	 * The guild's id.
	 * @return the id, which is always there
	 */
	Snowflake id();

}
