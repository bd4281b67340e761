package io.github.discordgateway.rest;

import org.jspecify.annotations.Nullable;

/**
 * A request was not sent, because nothing good would come of it.
 */
public class RequestNotSentException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Reports a request.
	 * @param reason why it was not sent
	 * @param message which request it was, why it was not sent, and what to do
	 */
	public RequestNotSentException(Reason reason, String message) {
		this(reason, message, null);
	}

	/**
	 * Reports a request.
	 * @param reason why it was not sent
	 * @param message which request it was, why it was not sent, and what to do
	 * @param cause what failed; {@code null} when nothing did
	 */
	public RequestNotSentException(Reason reason, String message, @Nullable Throwable cause) {
		// What is added to it otherwise names the whole URL, and a token within.
		super(message, cause, false, true);
		this.reason = reason;
	}

	/**
	 * Why the request was not sent.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why a request was not sent.
	 */
	public enum Reason {

		/** Too many requests wait for limits already. */
		QUEUE_FULL,

		/** Discord has refused the bot's token. */
		TOKEN_REFUSED,

		/** Discord has said that the webhook does not exist. */
		WEBHOOK_GONE,

		/** What was to be sent could not be read, or not be written as JSON. */
		BODY_UNREADABLE

	}

}
