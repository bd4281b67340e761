package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.session.SessionStoreException;
import io.github.discordgateway.session.SessionStoreInUseException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do when sessions cannot be kept. Another process that uses the directory
 * is the matter of {@link SessionStoreInUseFailureAnalyzer}.
 */
final class SessionStoreFailureAnalyzer extends AbstractFailureAnalyzer<SessionStoreException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SessionStoreException cause) {
		if (cause instanceof SessionStoreInUseException) {
			return null;
		}
		return new FailureAnalysis(cause.getMessage() + ".",
				"Set discord.gateway.resume.path to a directory that this process may make and write, or "
						+ "discord.gateway.resume.store=memory to begin new sessions with each start.",
				cause);
	}

}
