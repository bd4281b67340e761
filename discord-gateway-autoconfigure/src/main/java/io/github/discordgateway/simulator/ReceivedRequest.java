package io.github.discordgateway.simulator;

import java.util.Map;

/**
 * A REST request that came to the simulator.
 *
 * @param method for example {@code GET}
 * @param uri path and query as received
 * @param headers the headers; their names compare without regard to case
 * @param body the JSON of the body as it came, without files; empty when there is none
 * @param nanoTime when it came, on the scale of {@link System#nanoTime()}
 */
public record ReceivedRequest(String method, String uri, Map<String, String> headers, String body, long nanoTime) {

	/** Without the headers, because one of them carries the token. */
	@Override
	public String toString() {
		return this.method + " " + this.uri;
	}

}
