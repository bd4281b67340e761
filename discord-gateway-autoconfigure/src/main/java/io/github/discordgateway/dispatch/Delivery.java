package io.github.discordgateway.dispatch;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.event.EventEnvelope;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One event on its way through its handlers.
 */
final class Delivery extends LaneTask {

	private static final Log logger = LogFactory.getLog(Delivery.class);

	private final EventEnvelope envelope;

	private final EventRoute route;

	private final ShardLoad load;

	private final Runnable handled;

	private final GatewayErrorHandler errorHandler;

	/** Who has the event still to finish; null when only the lane has. */
	private final @Nullable AtomicInteger open;

	Delivery(EventEnvelope envelope, EventRoute route, ShardLoad load, Runnable handled,
			GatewayErrorHandler errorHandler) {
		this.envelope = envelope;
		this.route = route;
		this.load = load;
		this.handled = handled;
		this.errorHandler = errorHandler;
		this.open = (route.subscriptions.length > 0) ? new AtomicInteger(1) : null;
	}

	EventEnvelope envelope() {
		return this.envelope;
	}

	@Override
	public void run() {
		try {
			if (this.open != null) {
				offer(this.open);
			}
			for (int i = 0; i < this.route.handlers.length; i++) {
				if (this.envelope.event() != null || !this.route.forms[i].requiresTyped()) {
					call(this.route.handlers[i]);
				}
			}
		}
		finally {
			finished();
		}
	}

	private void offer(AtomicInteger finishers) {
		for (EventSubscription subscription : this.route.subscriptions) {
			if (this.envelope.event() != null || !subscription.interest().form().requiresTyped()) {
				finishers.incrementAndGet();
				subscription.offer(this);
			}
		}
	}

	/** The lane or a subscription is through with the event; the last one settles it. */
	void finished() {
		if (this.open != null && this.open.decrementAndGet() > 0) {
			return;
		}
		this.route.counters.handled.increment();
		this.handled.run();
		this.load.finished();
	}

	private void call(EventHandler handler) {
		try {
			Mono<Void> rest = handler.handleAsync(this.envelope);
			if (rest != null) {
				rest.block();
			}
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
			GatewayErrorHandler own = handler.errorHandler();
			((own != null) ? own : this.errorHandler).handleError(error, this.envelope, handler);
		}
		catch (RuntimeException ex) {
			ex.addSuppressed(error);
			logger.error("The error handler failed on an error of listener " + handler.description() + " on "
					+ this.envelope, ex);
		}
	}

}
