package io.github.discordgateway.internal.cluster;

import java.time.Duration;

import io.github.discordgateway.identify.SessionStartLimit;
import io.github.discordgateway.internal.rest.GatewayBot;

/**
 * Reads what the REST API says of identifies.
 */
public final class SessionStartLimits {

	private SessionStartLimits() {
	}

	/**
	 * The figures of an answer.
	 * @param answer the answer of {@code GET /gateway/bot}
	 * @return its figures, or the default ones: a limit without a total is none that a
	 * server means, since it would be a budget of nothing for ever
	 */
	public static SessionStartLimit of(GatewayBot answer) {
		GatewayBot.StartLimit limit = answer.sessionStartLimit();
		return (limit != null && limit.total() > 0) ? new SessionStartLimit(limit.total(), limit.remaining(),
				Duration.ofMillis(limit.resetAfter()), limit.maxConcurrency()) : SessionStartLimit.DEFAULT;
	}

}
