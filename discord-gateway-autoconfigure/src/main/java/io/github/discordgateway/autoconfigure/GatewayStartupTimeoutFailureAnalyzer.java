package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.internal.cluster.GatewayStartupTimeoutException;
import io.github.discordgateway.internal.transport.ConnectFailure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what may keep the shards from being ready.
 */
final class GatewayStartupTimeoutFailureAnalyzer extends AbstractFailureAnalyzer<GatewayStartupTimeoutException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, GatewayStartupTimeoutException cause) {
		String own = cause.remedy();
		String remedy = (own != null) ? own : (cause.getCause() instanceof ConnectFailure failure) ? failure.remedy()
				: "Check that Discord can be reached from here, and discord.gateway.url, discord.gateway.api-url and "
						+ "any proxy when they are set.";
		return new FailureAnalysis(cause.getMessage() + ".",
				remedy + "\n\nRaise discord.gateway.startup-timeout to wait longer, or set discord.gateway.startup to "
						+ "wait, to start all the same while the shards keep trying.",
				cause);
	}

}
