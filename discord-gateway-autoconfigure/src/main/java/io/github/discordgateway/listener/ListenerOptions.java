package io.github.discordgateway.listener;

import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryPolicy;

/**
 * How a handler is run, beyond what it says itself.
 *
 * @param order its place among the handlers of an event; {@code null} for none
 * @param ordering which of its events come one after the other; {@code null} for what it
 * says itself
 * @param autoStartup whether it gets events from the start
 * @param filter which of its events it wants
 * @param exceptionHandlers deal with its failures before all others
 * @param retryPolicy whether its calls are repeated; {@code null} to call once
 */
record ListenerOptions(@Nullable Integer order, @Nullable DispatchOrdering ordering, boolean autoStartup,
		ListenerFilter filter, ExceptionHandlers exceptionHandlers, @Nullable RetryPolicy retryPolicy) {

	/**
	 * Nothing but an order.
	 * @param order its place among the handlers of an event; {@code null} for none
	 * @return the options
	 */
	static ListenerOptions ordered(@Nullable Integer order) {
		return new ListenerOptions(order, null, true, ListenerFilter.NONE, ExceptionHandlers.NONE, null);
	}

}
