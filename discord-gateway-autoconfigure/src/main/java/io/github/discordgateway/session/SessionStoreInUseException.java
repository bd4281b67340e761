package io.github.discordgateway.session;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Somebody else has opened the directory of a session store.
 */
public class SessionStoreInUseException extends SessionStoreException {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports the directory.
	 * @param directory where the sessions are
	 * @param cause what tells so; {@code null} when the lock simply was not granted
	 */
	public SessionStoreInUseException(Path directory, @Nullable Throwable cause) {
		super("The session store in " + directory.toAbsolutePath() + " is in use already: two processes on one session "
				+ "store would take each other's sessions away", cause);
	}

}
