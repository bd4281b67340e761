package io.github.discordgateway.internal.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.stream.Stream;

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

	/** The largest bots have a few thousand. */
	private static final int MAX_SHARDS = 100_000;

	private static final int MAX_PORT = 65_535;

	/**
	 * What is wrong with the answer.
	 * @return a clause with "it" for the answer; {@code null} when it can be used
	 */
	@Nullable String problem() {
		String address = this.url;
		if (address == null || address.isBlank()) {
			return "it has no url";
		}
		if (!isWebSocket(address)) {
			return "it names '" + address + "', which is not a ws:// or wss:// URL";
		}
		if (this.shards < 1 || this.shards > MAX_SHARDS) {
			return "it asks for " + this.shards + " shards, which is not between 1 and " + MAX_SHARDS;
		}
		return (this.sessionStartLimit != null) ? this.sessionStartLimit.problem() : null;
	}

	private static boolean isWebSocket(String address) {
		try {
			URI uri = new URI(address);
			return uri.getHost() != null && uri.getPort() <= MAX_PORT && address.equals(uri.toASCIIString())
					&& Stream.of("ws", "wss").anyMatch((scheme) -> scheme.equalsIgnoreCase(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

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

		/** The period is a day. */
		private static final long MAX_RESET_MILLIS = Duration.ofDays(31).toMillis();

		private static final int MAX_CONCURRENCY = 100_000;

		private @Nullable String problem() {
			if (this.total == 0 && this.remaining == 0 && this.maxConcurrency == 0) {
				// An object without these fields says nothing.
				return null;
			}
			if (this.maxConcurrency < 1 || this.maxConcurrency > MAX_CONCURRENCY) {
				return "its max_concurrency is " + this.maxConcurrency + ", which is not between 1 and "
						+ MAX_CONCURRENCY;
			}
			if (this.total < 0 || this.remaining < 0) {
				return "it leaves " + this.remaining + " of " + this.total + " identifies, which cannot be";
			}
			if (this.resetAfter < 0 || this.resetAfter > MAX_RESET_MILLIS) {
				return "its reset_after is " + this.resetAfter + " ms, which is no time within a day";
			}
			return null;
		}

	}

}
