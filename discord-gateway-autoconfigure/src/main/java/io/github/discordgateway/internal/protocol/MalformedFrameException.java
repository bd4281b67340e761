package io.github.discordgateway.internal.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A received text that is not a frame. The message says why and shows the start of the
 * text, without secrets.
 */
public class MalformedFrameException extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports a text.
	 * @param message what is wrong, with an excerpt
	 * @param cause the parser's complaint, if any
	 */
	public MalformedFrameException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
