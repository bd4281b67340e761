package io.github.discordgateway.event;

import org.jspecify.annotations.Nullable;

/**
 * A known event whose body could not be decoded. The message holds all that a report
 * needs: the event, the place in its body, and an excerpt without secrets.
 */
public class EventDecodeException extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports an event.
	 * @param message what could not be decoded, and where
	 * @param cause the parser's complaint, if any
	 */
	public EventDecodeException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
