package io.github.discordgateway.internal.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * Discord refused {@code GET /gateway/bot} in a way that asking again does not change:
 * the token is wrong.
 */
public class GatewayRequestException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient @Nullable HttpStatusCode status;

	/**
	 * Reports a refusal.
	 * @param message what was asked and what was answered
	 * @param status the HTTP status; {@code null} when there is none to blame
	 * @param cause the underlying problem, if any
	 */
	public GatewayRequestException(String message, @Nullable HttpStatusCode status, @Nullable Throwable cause) {
		super(message, cause);
		this.status = status;
	}

	/**
	 * Whether the token was refused.
	 * @return whether the status is 401
	 */
	public boolean isUnauthorized() {
		return this.status != null && this.status.value() == 401;
	}

}
