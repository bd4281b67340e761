package io.github.discordgateway.session;

import java.time.Instant;
import java.util.Objects;

import io.github.discordgateway.ShardId;

/**
 * A session as a store keeps it: with all that tells whether it can be resumed. Its text
 * form shows neither the session's id nor anything of the token.
 *
 * @param shard whose session it is
 * @param session the session
 * @param terms under what it was begun
 * @param token whose bot it is
 * @param savedAt when it was saved
 */
public record StoredSession(ShardId shard, Session session, SessionTerms terms, TokenHash token, Instant savedAt) {

	/**
	 * Refuses a session that is not complete.
	 */
	public StoredSession {
		Objects.requireNonNull(shard, "shard");
		Objects.requireNonNull(session, "session");
		Objects.requireNonNull(session.id(), "session.id");
		Objects.requireNonNull(terms, "terms");
		Objects.requireNonNull(token, "token");
		Objects.requireNonNull(savedAt, "savedAt");
	}

}
