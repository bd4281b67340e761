package io.github.discordgateway.autoconfigure;

import reactor.netty.http.client.HttpClient;

/**
 * Changes the HTTP client that the shards and the REST request share, after the
 * properties have been applied to it. Its {@code wiretap} logs all that is sent, the
 * bot's token included.
 */
@FunctionalInterface
public interface GatewayHttpClientCustomizer {

	/**
	 * Changes the client.
	 * @param client connects as the properties say
	 * @return what to connect with
	 */
	HttpClient customize(HttpClient client);

}
