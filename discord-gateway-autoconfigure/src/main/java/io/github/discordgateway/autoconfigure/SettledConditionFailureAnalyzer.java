package io.github.discordgateway.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do about a property that was settled ahead of time.
 */
final class SettledConditionFailureAnalyzer extends AbstractFailureAnalyzer<SettledConditionException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SettledConditionException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.remedy(), cause);
	}

}
