package io.github.discordgateway;

import java.util.Locale;

/**
 * What became of a RESUME.
 */
public enum ResumeOutcome {

	/** The session goes on. */
	RESUMED,

	/** The session was given up: it was invalid, or could not be resumed for too long. */
	LOST,

	/** The connection ended before the answer; the session is tried again. */
	INTERRUPTED;

	/** In lower case. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
