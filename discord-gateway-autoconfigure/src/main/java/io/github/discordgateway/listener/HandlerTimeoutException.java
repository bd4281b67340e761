package io.github.discordgateway.listener;

import java.io.Serial;
import java.time.Duration;
import java.util.Locale;

import io.github.discordgateway.event.EventEnvelope;

/**
 * A handler was not done with an event within the limit, and was given up: its thread was
 * interrupted, or what it had returned was cancelled. The event counts as handled, and
 * later events of its lane go on. Its stack trace is that of the thread that was busy
 * with the event; it is empty when there was none.
 */
public final class HandlerTimeoutException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/** How long the handler was waited for. */
	private final Duration limit;

	/** Whether it was paused all the time, so that it never saw the event. */
	private final boolean paused;

	/**
	 * Reports a handler that was given up.
	 * @param handler the handler
	 * @param envelope the event that it was busy with, or that waited for it
	 * @param limit how long it was waited for
	 * @param paused whether it was paused all the time
	 * @param stack the stack of the thread that was busy with the event; empty when there
	 * was none
	 */
	public HandlerTimeoutException(EventHandler handler, EventEnvelope envelope, Duration limit, boolean paused,
			StackTraceElement[] stack) {
		super("Listener " + handler.description()
				+ (paused ? " is paused, and " + envelope + " has waited for it" : " has been busy with " + envelope)
				+ " for more than " + limit.toString().substring(2).toLowerCase(Locale.ROOT));
		this.limit = limit;
		this.paused = paused;
		setStackTrace(stack);
	}

	/**
	 * How long the handler was waited for.
	 * @return the limit
	 */
	public Duration limit() {
		return this.limit;
	}

	/**
	 * Whether the handler was paused all the time.
	 * @return whether it never saw the event
	 */
	public boolean isPaused() {
		return this.paused;
	}

}
