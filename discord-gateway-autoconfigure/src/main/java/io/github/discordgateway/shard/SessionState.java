package io.github.discordgateway.shard;

import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * All that the machine knows of a session, which survives its connections.
 */
final class SessionState {

	final String id;

	final @Nullable String resumeUrl;

	/** When READY came. */
	final long startedAt;

	/** The highest sequence received. */
	long sequence;

	/** RESUMEs in a row that did not lead to RESUMED. */
	int resumeFailures;

	/** Since when the session is without a working connection. */
	@Nullable Long resumingSince;

	SessionState(Session session, long startedAt) {
		this.id = session.id();
		this.resumeUrl = session.resumeUrl();
		this.sequence = session.sequence();
		this.startedAt = startedAt;
	}

	Session toSession() {
		return new Session(this.id, this.resumeUrl, this.sequence);
	}

}
