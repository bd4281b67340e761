package io.github.discordgateway.autoconfigure;

import java.net.URI;

import io.github.discordgateway.GatewayToken;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Where to connect, and as whom. The properties are one source of it; the simulator is
 * another, and a bean of this type a third.
 */
public interface DiscordGatewayConnectionDetails extends ConnectionDetails {

	/**
	 * The bot's token. It is asked for when the bot connects, and is always the same.
	 * @return the token
	 * @throws RuntimeException when there is none, which keeps the bot from connecting
	 */
	GatewayToken getToken();

	/**
	 * The REST API that is asked where to connect.
	 * @return its base URL, without {@code /gateway/bot}
	 */
	URI getApiUrl();

	/**
	 * The gateway.
	 * @return its URL; {@code null} to ask the REST API
	 */
	default @Nullable URI getUrl() {
		return null;
	}

	/**
	 * What encrypts the connections.
	 * @return the bundle; {@code null} for the one that
	 * {@code discord.gateway.ssl.bundle} names, if any
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

}
