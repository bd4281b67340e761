package io.github.discordgateway.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do when Redis is asked for and cannot be used.
 */
final class RedisNotAvailableFailureAnalyzer extends AbstractFailureAnalyzer<RedisNotAvailableException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, RedisNotAvailableException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.remedy(), cause);
	}

}
