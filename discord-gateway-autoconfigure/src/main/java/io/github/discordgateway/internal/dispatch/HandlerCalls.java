package io.github.discordgateway.internal.dispatch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.GatewayErrorHandler;
import io.github.discordgateway.listener.HandlerObserver;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Who has to know that a call of a handler is over, and what it ended with. None of them
 * can harm the others or the event.
 */
final class HandlerCalls {

	private static final Log logger = LogFactory.getLog(HandlerCalls.class);

	private final GatewayErrorHandler errorHandler;

	private final List<HandlerObserver> observers = new CopyOnWriteArrayList<>();

	HandlerCalls(GatewayErrorHandler errorHandler) {
		this.errorHandler = errorHandler;
	}

	void observe(HandlerObserver observer) {
		if (!this.observers.contains(observer)) {
			this.observers.add(observer);
		}
	}

	void ended(EventHandler handler, HandlerCounters counters, EventEnvelope envelope, long nanos,
			@Nullable Throwable error) {
		counters.handled(nanos, error);
		for (HandlerObserver told : this.observers) {
			tell(told, handler, envelope, nanos, error);
		}
		if (error != null) {
			report(error, envelope, handler);
		}
	}

	private void tell(HandlerObserver told, EventHandler handler, EventEnvelope envelope, long nanos,
			@Nullable Throwable error) {
		try {
			told.handled(handler, envelope, nanos, error);
		}
		catch (Throwable ex) {
			logger.error("The observer of the listeners failed on " + envelope, ex);
		}
	}

	private void report(Throwable error, EventEnvelope envelope, EventHandler handler) {
		try {
			GatewayErrorHandler own = handler.errorHandler();
			((own != null) ? own : this.errorHandler).handleError(error, envelope, handler);
		}
		catch (Throwable ex) {
			if (ex != error) {
				ex.addSuppressed(error);
			}
			logger.error(
					"The error handler failed on an error of listener " + handler.description() + " on " + envelope,
					ex);
		}
	}

}
