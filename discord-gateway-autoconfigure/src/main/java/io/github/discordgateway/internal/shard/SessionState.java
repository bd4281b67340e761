package io.github.discordgateway.internal.shard;

import io.github.discordgateway.BotIdentity;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * All that the machine knows of a session, which survives its connections.
 */
final class SessionState {

	/** Connections to the resume URL that may fail before the main URL is taken. */
	private static final int RESUME_URL_ATTEMPTS = 2;

	/** The sequence of a session that is not saved. */
	static final long NEVER = Long.MIN_VALUE;

	final String id;

	/** Who the bot is; null when READY did not say so. */
	final @Nullable BotIdentity bot;

	/** When READY came, or the process began to go on with it. */
	final long startedAt;

	/** The highest sequence that was received. */
	long received;

	/** The handled sequence that was saved last. */
	long saved = NEVER;

	/** Whether another process began it, and this one has not resumed it yet. */
	boolean restored;

	/** Whether no number was left out while the session was live. */
	boolean gapless = true;

	private final @Nullable String resumeUrl;

	private int resumeUrlFailures;

	/** RESUMEs in a row that did not lead to RESUMED. */
	private int resumeFailures;

	/** Since when the session is without a working connection. */
	private @Nullable Long resumingSince;

	SessionState(String id, @Nullable String resumeUrl, @Nullable BotIdentity bot, long startedAt, long received) {
		this.id = id;
		this.resumeUrl = resumeUrl;
		this.bot = bot;
		this.startedAt = startedAt;
		this.received = received;
	}

	/** Where to resume; {@code null} for the main URL. */
	@Nullable String resumeUrl() {
		return (this.resumeUrlFailures < RESUME_URL_ATTEMPTS) ? this.resumeUrl : null;
	}

	/** The session has a connection that works. */
	void connected() {
		this.resumeUrlFailures = 0;
		this.resumeFailures = 0;
		this.resumingSince = null;
	}

	/** A connection has ended. */
	void disconnected(ConnectionState gone, long now) {
		if (this.resumingSince == null) {
			this.resumingSince = now;
		}
		if (gone.replay != null && gone.readySince == null) {
			this.resumeFailures++;
		}
		if (gone.usedResumeUrl && gone.heartbeats == null) {
			this.resumeUrlFailures++;
		}
	}

	/** Whether it was tried often or long enough to resume the session. */
	boolean isHopeless(ShardSettings settings, long now) {
		return this.resumeFailures >= settings.resumeAttempts()
				|| (this.resumingSince != null && now - this.resumingSince >= settings.resumeDuration().toNanos());
	}

	/** The session at a sequence. */
	Session at(long sequence) {
		return new Session(this.id, this.resumeUrl, sequence, this.bot);
	}

}
