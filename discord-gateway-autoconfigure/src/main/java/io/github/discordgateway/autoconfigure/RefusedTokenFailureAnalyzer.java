package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.internal.rest.GatewayRequestException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do about a token that Discord refuses.
 */
final class RefusedTokenFailureAnalyzer extends AbstractFailureAnalyzer<GatewayRequestException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, GatewayRequestException cause) {
		return new FailureAnalysis("Discord refused the bot's token: " + cause.getMessage() + ".",
				"Check discord.gateway.token. A token that was reset or leaked no longer works.\n\n"
						+ InvalidTokenFailureAnalyzer.GET_A_TOKEN,
				cause);
	}

}
