package io.github.discordgateway.autoconfigure;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Changes the client of the REST request, {@code GET /gateway/bot}. The application's own
 * clients are not concerned.
 */
@FunctionalInterface
public interface GatewayWebClientCustomizer {

	/**
	 * Changes the client before it is built.
	 * @param builder a builder of the gateway's own, with its HTTP client
	 */
	void customize(WebClient.Builder builder);

}
