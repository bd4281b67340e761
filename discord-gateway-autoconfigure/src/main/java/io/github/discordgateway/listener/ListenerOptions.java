package io.github.discordgateway.listener;

import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryPolicy;

/**
 * How a handler is run, beyond what it says itself.
 *
 * @param order its place among the handlers of an event
 * @param autoStartup whether it gets events from the start
 * @param filter which of its events it wants
 * @param exceptionHandlers deal with its failures before all others
 * @param retryPolicy whether its calls are repeated; {@code null} to call once
 */
record ListenerOptions(int order, boolean autoStartup, ListenerFilter filter, ExceptionHandlers exceptionHandlers,
		@Nullable RetryPolicy retryPolicy) {

	/**
	 * Nothing but an order.
	 * @param order its place among the handlers of an event
	 * @return the options
	 */
	static ListenerOptions ordered(int order) {
		return new ListenerOptions(order, true, ListenerFilter.NONE, ExceptionHandlers.NONE, null);
	}

}
