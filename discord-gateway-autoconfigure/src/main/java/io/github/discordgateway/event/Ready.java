package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.application.Application;
import io.github.discordgateway.model.guild.UnavailableGuild;
import io.github.discordgateway.model.user.User;

/**
 * A new session has started; a GUILD_CREATE for each guild follows when the GUILDS intent
 * is set.
 *
 * @param v gateway version in use
 * @param user the bot account
 * @param guilds stubs of all guilds of this shard
 * @param sessionId needed to resume
 * @param resumeGatewayUrl host to resume on, without query string
 * @param shard pair echoed from identify; empty when absent
 * @param application id and flags of the app
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#ready">Discord's
 * documentation</a>
 */
public record Ready(int v, User user, List<UnavailableGuild> guilds, String sessionId, String resumeGatewayUrl,
		List<Integer> shard, Application application) implements GatewayEvent {

	public Ready {
		guilds = OrEmpty.list(guilds);
		shard = OrEmpty.list(shard);
	}

}
