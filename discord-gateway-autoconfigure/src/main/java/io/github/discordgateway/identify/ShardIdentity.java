package io.github.discordgateway.identify;

import java.util.Collection;
import java.util.Locale;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.Intent;
import io.github.discordgateway.command.UpdatePresence;
import org.jspecify.annotations.Nullable;

/**
 * What IDENTIFY says beside the shard's number.
 *
 * @param token the bot's token
 * @param intents the value of all intents
 * @param largeThreshold the number of members above which a guild comes without those who
 * are offline, from 50 to 250
 * @param presence the presence to start with; {@code null} for Discord's default
 * @param properties what the connection is said to come from
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#identify">Identify</a>
 */
public record ShardIdentity(GatewayToken token, int intents, int largeThreshold, @Nullable UpdatePresence presence,
		Properties properties) {

	private static final String LIBRARY = "discord-gateway-starter";

	/**
	 * Checks the threshold.
	 * @throws IllegalArgumentException when it is not from 50 to 250
	 */
	public ShardIdentity {
		if (largeThreshold < 50 || largeThreshold > 250) {
			throw new IllegalArgumentException("The large threshold must be from 50 to 250, and not " + largeThreshold);
		}
	}

	/**
	 * Takes the value of all intents, and the usual properties.
	 * @param token the bot's token
	 * @param intents the value of all intents
	 * @param largeThreshold from 50 to 250
	 * @param presence the presence to start with; {@code null} for Discord's default
	 */
	public ShardIdentity(GatewayToken token, int intents, int largeThreshold, @Nullable UpdatePresence presence) {
		this(token, intents, largeThreshold, presence, new Properties(os(), LIBRARY, LIBRARY));
	}

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
		return new ShardIdentity(this.token, this.intents, this.largeThreshold, shown, this.properties);
	}

	/**
	 * The same with another threshold.
	 * @param threshold the number of members, from 50 to 250
	 * @return a copy
	 */
	public ShardIdentity withLargeThreshold(int threshold) {
		return new ShardIdentity(this.token, this.intents, threshold, this.presence, this.properties);
	}

	/**
	 * The same with other properties.
	 * @param connection what the connection is said to come from
	 * @return a copy
	 */
	public ShardIdentity withProperties(Properties connection) {
		return new ShardIdentity(this.token, this.intents, this.largeThreshold, this.presence, connection);
	}

	private static String os() {
		String name = System.getProperty("os.name", "unknown").toLowerCase(Locale.ROOT);
		int blank = name.indexOf(' ');
		return (blank > 0) ? name.substring(0, blank) : name;
	}

	/**
	 * What a connection is said to come from.
	 *
	 * @param os the operating system
	 * @param browser the library
	 * @param device the library
	 * @see <a href=
	 * "https://discord.com/developers/docs/events/gateway-events#identify-identify-connection-properties">Identify
	 * connection properties</a>
	 */
	public record Properties(String os, String browser, String device) {

	}

}
