package io.github.discordgateway.internal.cluster;

import java.time.Duration;

import io.github.discordgateway.internal.transport.ConnectFailure;
import org.jspecify.annotations.Nullable;

/**
 * No shard was ready in time, and the application was told to fail then.
 */
public final class GatewayStartupTimeoutException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports it.
	 * @param timeout how long was waited
	 * @param problem what kept the shards from being ready; {@code null} when that is not
	 * known
	 * @param failure why Discord cannot be reached; {@code null} when it can
	 */
	public GatewayStartupTimeoutException(Duration timeout, @Nullable String problem,
			@Nullable ConnectFailure failure) {
		super("No shard was ready within " + timeout.toMillis() + " ms"
				+ ((problem != null) ? ": " + problem : ", and Discord gave no reason"), failure);
	}

}
