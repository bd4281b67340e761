package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.application.Application;
import io.github.discordgateway.model.guild.UnavailableGuild;
import io.github.discordgateway.model.user.User;

/**
 * A new session has started; a GUILD_CREATE for each guild follows when the GUILDS intent
 * is set.
 *
 * @param v version of the gateway that is in use
 * @param user the bot account
 * @param guilds ids of all guilds of this shard, which are still to come
 * @param sessionId id of the session, needed to resume it
 * @param resumeGatewayUrl address to resume at, without a query
 * @param shard number of this shard, and how many shards there are; empty when absent
 * @param application id and flags of the bot's application
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#ready">Discord's
 * documentation</a>
 */
public record Ready(int v, User user, List<UnavailableGuild> guilds, String sessionId, String resumeGatewayUrl,
		List<Integer> shard, Application application) implements GatewayEvent {

	public Ready {
		guilds = RecordValues.listOrEmpty(guilds);
		shard = RecordValues.listOrEmpty(shard);
	}

}
