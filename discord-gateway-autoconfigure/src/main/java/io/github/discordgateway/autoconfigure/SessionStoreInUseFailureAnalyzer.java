package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.session.SessionStoreInUseException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do when another process uses the directory of the sessions.
 */
final class SessionStoreInUseFailureAnalyzer extends AbstractFailureAnalyzer<SessionStoreInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SessionStoreInUseException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"Stop the other process, or, when each of them runs shards of its own, give each a directory of "
						+ "its own with discord.gateway.resume.path.",
				cause);
	}

}
