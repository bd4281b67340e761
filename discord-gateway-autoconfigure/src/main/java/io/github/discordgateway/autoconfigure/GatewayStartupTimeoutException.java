package io.github.discordgateway.autoconfigure;

import java.time.Duration;

import io.github.discordgateway.internal.transport.ConnectFailure;
import org.jspecify.annotations.Nullable;

/**
 * No shard was ready in time, and the application was told to fail then.
 */
final class GatewayStartupTimeoutException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	GatewayStartupTimeoutException(Duration timeout, @Nullable String problem, @Nullable ConnectFailure failure) {
		super("No shard was ready within " + timeout.toMillis() + " ms"
				+ ((problem != null) ? ": " + problem : ", and Discord gave no reason"), failure);
	}

}
