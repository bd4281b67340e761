package io.github.discordgateway.session;

import org.jspecify.annotations.Nullable;

/**
 * A session store cannot be opened, read or written.
 */
public class SessionStoreException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports a problem.
	 * @param message what failed and where, without a session's id
	 * @param cause why; {@code null} when the message says it all
	 */
	public SessionStoreException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
