package io.github.discordgateway.autoconfigure;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Changes the client of Discord's API that operations and applications share, for example
 * by a filter. The application's own clients are not concerned.
 */
@FunctionalInterface
public interface DiscordRestClientCustomizer {

	/**
	 * Changes the client before it is built. Filters that are added see each request
	 * once, and its last answer; rate limits and repetitions are behind them.
	 * @param builder knows the API, the codecs, and how observations are named
	 */
	void customize(WebClient.Builder builder);

}
