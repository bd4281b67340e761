package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.listener.InvalidGatewayListenerException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what is wrong with an annotated method.
 */
final class InvalidGatewayListenerFailureAnalyzer extends AbstractFailureAnalyzer<InvalidGatewayListenerException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidGatewayListenerException cause) {
		return new FailureAnalysis(cause.getDescription(), cause.getAction(), cause);
	}

}
