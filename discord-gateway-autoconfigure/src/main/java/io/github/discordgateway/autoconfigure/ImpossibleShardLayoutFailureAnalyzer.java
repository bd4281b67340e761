package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.internal.cluster.ImpossibleShardLayoutException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do when it cannot be told which shards run here.
 */
final class ImpossibleShardLayoutFailureAnalyzer extends AbstractFailureAnalyzer<ImpossibleShardLayoutException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ImpossibleShardLayoutException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.remedy(), cause);
	}

}
