package io.github.discordgateway.shard;

import java.util.Collection;

import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.protocol.GatewayToken;
import io.github.discordgateway.protocol.Intent;
import org.jspecify.annotations.Nullable;

/**
 * What IDENTIFY says beside the shard's number.
 *
 * @param token the bot's token
 * @param intents the value of all intents
 * @param largeThreshold the number of members above which a guild comes without those who
 * are offline, from 50 to 250
 * @param presence the presence to start with; {@code null} for Discord's default
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#identify">Identify</a>
 */
public record ShardIdentity(GatewayToken token, int intents, int largeThreshold, @Nullable UpdatePresence presence) {

	/**
	 * Takes intents by name.
	 * @param token the bot's token
	 * @param intents the intents
	 * @param largeThreshold from 50 to 250
	 * @param presence the presence to start with; {@code null} for Discord's default
	 */
	public ShardIdentity(GatewayToken token, Collection<Intent> intents, int largeThreshold,
			@Nullable UpdatePresence presence) {
		this(token, Intent.valueOf(intents), largeThreshold, presence);
	}

	/**
	 * The same with another presence.
	 * @param shown the presence to start with; {@code null} for Discord's default
	 * @return a copy
	 */
	public ShardIdentity withPresence(@Nullable UpdatePresence shown) {
		return new ShardIdentity(this.token, this.intents, this.largeThreshold, shown);
	}

}
