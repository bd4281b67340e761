package io.github.discordgateway.listener;

import org.jspecify.annotations.Nullable;

/**
 * A listener that can never work. The message names the listener, what is wrong and what
 * to change.
 */
public class InvalidGatewayListenerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** The listener and what is wrong with it. */
	private final String description;

	/** What to change. */
	private final String action;

	/**
	 * Reports a listener.
	 * @param listener its class and method
	 * @param problem what is wrong with it, as the rest of a sentence
	 * @param action what to change, as a sentence
	 */
	public InvalidGatewayListenerException(String listener, String problem, String action) {
		this(listener, problem, action, null);
	}

	/**
	 * Reports a listener.
	 * @param listener its class and method
	 * @param problem what is wrong with it, as the rest of a sentence
	 * @param action what to change, as a sentence
	 * @param cause what went wrong; {@code null} when nothing was thrown
	 */
	public InvalidGatewayListenerException(String listener, String problem, String action, @Nullable Throwable cause) {
		super("Listener " + listener + " " + problem + ". " + action, cause);
		this.description = "Listener " + listener + " " + problem + ".";
		this.action = action;
	}

	/**
	 * The listener and what is wrong with it.
	 * @return a sentence
	 */
	public String getDescription() {
		return this.description;
	}

	/**
	 * What to change.
	 * @return a sentence
	 */
	public String getAction() {
		return this.action;
	}

}
