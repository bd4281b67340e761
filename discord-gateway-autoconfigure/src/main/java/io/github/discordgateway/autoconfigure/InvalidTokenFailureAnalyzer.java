package io.github.discordgateway.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says where to get a token when there is none.
 */
final class InvalidTokenFailureAnalyzer extends AbstractFailureAnalyzer<InvalidTokenException> {

	static final String GET_A_TOKEN = """
			Set discord.gateway.token, best through the environment (DISCORD_GATEWAY_TOKEN) or a secret store.

			To get a token, open https://discord.com/developers/applications, create or choose an application, \
			and press "Reset Token" on its page "Bot".

			To run without Discord, set discord.gateway.simulator.enabled=true.""";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidTokenException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", GET_A_TOKEN, cause);
	}

}
