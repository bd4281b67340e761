package io.github.discordgateway.internal.cluster;

import java.time.Duration;

import io.github.discordgateway.internal.transport.ConnectFailure;
import org.jspecify.annotations.Nullable;

/**
 * No shard was ready in time, and the application was told to fail then.
 */
public final class GatewayStartupTimeoutException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String remedy;

	/**
	 * Reports it.
	 * @param timeout how long was waited
	 * @param problem what kept the shards from being ready; {@code null} when that is not
	 * known
	 * @param failure why Discord cannot be reached; {@code null} when it can
	 * @param remedy what to do when it is not for Discord; {@code null} when it may be
	 */
	public GatewayStartupTimeoutException(Duration timeout, @Nullable String problem, @Nullable ConnectFailure failure,
			@Nullable String remedy) {
		super("No shard was ready within " + timeout.toMillis() + " ms"
				+ ((problem != null) ? ": " + problem : ", and Discord gave no reason"), failure);
		this.remedy = remedy;
	}

	/**
	 * What to do when it is not for Discord that no shard is ready.
	 * @return a sentence; {@code null} when it may be for Discord
	 */
	public @Nullable String remedy() {
		return this.remedy;
	}

}
