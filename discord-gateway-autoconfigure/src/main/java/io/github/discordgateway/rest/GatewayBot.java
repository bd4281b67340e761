package io.github.discordgateway.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code GET /gateway/bot}.
 *
 * @param url where to connect
 * @param shards how many shards Discord recommends, at least 1
 * @param sessionStartLimit how often the bot may identify
 * @see <a href="https://discord.com/developers/docs/events/gateway#get-gateway-bot">Get
 * gateway bot</a>
 */
public record GatewayBot(String url, int shards,
		@JsonProperty("session_start_limit") @Nullable StartLimit sessionStartLimit) {

	/**
	 * How often the bot may identify.
	 *
	 * @param total identifies allowed in a period
	 * @param remaining identifies left
	 * @param resetAfter milliseconds until the period ends
	 * @param maxConcurrency the number of buckets
	 */
	public record StartLimit(int total, int remaining, @JsonProperty("reset_after") long resetAfter,
			@JsonProperty("max_concurrency") int maxConcurrency) {
	}

}
