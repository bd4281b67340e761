package io.github.discordgateway.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to change when a process cannot do what its role asks for.
 */
final class GatewayRoleFailureAnalyzer extends AbstractFailureAnalyzer<GatewayRoleException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, GatewayRoleException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.remedy(), cause);
	}

}
