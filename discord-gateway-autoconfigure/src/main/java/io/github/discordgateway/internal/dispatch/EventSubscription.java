package io.github.discordgateway.internal.dispatch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.EventInterest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.FluxSink;

/**
 * A subscriber to a stream of events. Unlike a handler it does not hold up a lane while
 * it has events but no demand: these wait here, and stay pending until its {@code onNext}
 * has returned. It is called on a thread of the listeners, whoever asks for more.
 */
final class EventSubscription {

	private static final Log logger = LogFactory.getLog(EventSubscription.class);

	private final EventInterest interest;

	private final FluxSink<EventEnvelope> sink;

	private final HandlerThreads threads;

	/** Takes a subscription off the routes. */
	private final Consumer<EventSubscription> leave;

	private final Queue<Delivery> waiting = new ConcurrentLinkedQueue<>();

	private final Runnable emit = this::emit;

	/** How often there was something to do since the worker looked; 0 without one. */
	private final AtomicInteger work = new AtomicInteger();

	private volatile boolean over;

	EventSubscription(EventInterest interest, FluxSink<EventEnvelope> sink, HandlerThreads threads,
			Consumer<EventSubscription> leave) {
		this.interest = interest;
		this.sink = sink;
		this.threads = threads;
		this.leave = leave;
	}

	EventInterest interest() {
		return this.interest;
	}

	/**
	 * Takes an event, which is finished here and not by the caller; a call of
	 * {@link HandlerThreads#call()} has to follow.
	 */
	void offer(Delivery delivery) {
		this.waiting.add(delivery);
		if (this.over) {
			releaseAll();
		}
		else if (this.work.getAndIncrement() == 0) {
			this.threads.add(this.emit);
		}
	}

	/** There is a demand. */
	void demanded() {
		if (this.work.getAndIncrement() == 0) {
			this.threads.execute(this.emit);
		}
	}

	private void emit() {
		try {
			int seen = this.work.get();
			do {
				emitDemanded();
				seen = this.work.addAndGet(-seen);
			}
			while (seen != 0);
		}
		catch (Throwable ex) {
			// Reactor lets only errors of the JVM through, such as a missing class. The
			// subscriber can be told nothing any more, and must not pause the shards.
			logger.error("A subscriber to events failed and gets no more", ex);
			cancelled();
			if (ex instanceof VirtualMachineError error && !(ex instanceof StackOverflowError)) {
				throw error;
			}
		}
	}

	private void emitDemanded() {
		while (this.sink.requestedFromDownstream() > 0) {
			Delivery next = this.waiting.poll();
			if (next == null) {
				return;
			}
			try {
				if (!next.isAbandoned()) {
					this.sink.next(next.envelope());
				}
			}
			finally {
				// An interrupt was meant for this subscriber, not for who comes next.
				Thread.interrupted();
				next.finished();
			}
		}
	}

	/** The subscriber is gone: what waits for it counts as handled. */
	void cancelled() {
		this.over = true;
		this.leave.accept(this);
		releaseAll();
	}

	/** Nothing comes any more: what still waits stays pending for ever. */
	void complete() {
		this.over = true;
		this.waiting.clear();
		this.sink.complete();
	}

	private void releaseAll() {
		Delivery next;
		while ((next = this.waiting.poll()) != null) {
			next.finished();
		}
	}

}
