package io.github.discordgateway;

import java.time.Duration;

/**
 * Discord has refused a request because it was made too often.
 */
public class RequestRateLimitedException extends UnansweredRequestException {

	private static final long serialVersionUID = 1L;

	private final Duration retryAfter;

	/**
	 * Reports a request.
	 * @param message what was asked
	 * @param retryAfter how long to wait before it is made again
	 */
	public RequestRateLimitedException(String message, Duration retryAfter) {
		super(message);
		this.retryAfter = retryAfter;
	}

	/**
	 * How long to wait before the request is made again.
	 * @return the time that Discord told, never negative
	 */
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
