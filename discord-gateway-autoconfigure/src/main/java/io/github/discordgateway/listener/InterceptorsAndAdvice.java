package io.github.discordgateway.listener;

import java.util.List;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * The interceptors and the advice that the listeners of one application context have.
 *
 * @param interceptors around each call, the first outermost
 * @param advice deals with failures, in this order
 */
record InterceptorsAndAdvice(List<GatewayListenerInterceptor> interceptors, List<ExceptionHandlers> advice) {

	/** Nothing. */
	static final InterceptorsAndAdvice NONE = new InterceptorsAndAdvice(List.of(), List.of());

	/**
	 * Finds the method that deals with a failure.
	 * @param own the methods of the listener's own bean
	 * @param error the failure
	 * @param envelope the event
	 * @return the method; {@code null} when there is none
	 */
	@Nullable ExceptionHandlerMethod find(ExceptionHandlers own, Throwable error, EventEnvelope envelope) {
		ExceptionHandlerMethod found = own.find(error, envelope);
		for (int i = 0; found == null && i < this.advice.size(); i++) {
			found = this.advice.get(i).find(error, envelope);
		}
		return found;
	}

}
