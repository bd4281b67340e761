package io.github.discordgateway.dispatch;

import io.github.discordgateway.event.EventEnvelope;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * One event on its way through its handlers.
 */
final class Delivery extends LaneTask {

	private static final Log logger = LogFactory.getLog(Delivery.class);

	private final EventEnvelope envelope;

	private final EventRoute route;

	private final ShardLoad load;

	private final DispatchErrorHandler errorHandler;

	Delivery(EventEnvelope envelope, EventRoute route, ShardLoad load, DispatchErrorHandler errorHandler) {
		this.envelope = envelope;
		this.route = route;
		this.load = load;
		this.errorHandler = errorHandler;
	}

	@Override
	public void run() {
		try {
			for (int i = 0; i < this.route.handlers.length; i++) {
				if (this.envelope.event() != null || !this.route.forms[i].requiresTyped()) {
					call(this.route.handlers[i]);
				}
			}
		}
		finally {
			this.route.counters.handled.increment();
			this.load.finished();
		}
	}

	private void call(EventHandler handler) {
		try {
			handler.handle(this.envelope);
		}
		catch (Throwable ex) {
			this.route.counters.failed.increment();
			// A stack that overflowed is free again here; other errors of the JVM are not
			// over.
			if (ex instanceof VirtualMachineError && !(ex instanceof StackOverflowError)) {
				throw (VirtualMachineError) ex;
			}
			report(ex, handler);
		}
		finally {
			// An interrupt was meant for this handler, not for the next one on the
			// thread.
			Thread.interrupted();
		}
	}

	private void report(Throwable error, EventHandler handler) {
		try {
			this.errorHandler.handleError(error, this.envelope, handler);
		}
		catch (RuntimeException ex) {
			ex.addSuppressed(error);
			logger.error("The error handler failed on an error of listener " + handler.description() + " on "
					+ this.envelope, ex);
		}
	}

}
