package io.github.discordgateway.dispatch;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * One event on its way through its handlers.
 */
final class Delivery extends LaneTask {

	private final EventEnvelope envelope;

	private final EventRoute route;

	private final ShardLoad load;

	private final Runnable handled;

	private final HandlerCalls calls;

	/** Who has the event still to finish; null when only the lane has. */
	private final @Nullable AtomicInteger open;

	/** The handler whose turn it is. */
	private int position = -1;

	private long startedAt;

	/** What the handler returned, as long as it is waited for. */
	private volatile @Nullable Awaited awaited;

	Delivery(EventEnvelope envelope, EventRoute route, ShardLoad load, Runnable handled, HandlerCalls calls) {
		this.envelope = envelope;
		this.route = route;
		this.load = load;
		this.handled = handled;
		this.calls = calls;
		this.open = (route.subscriptions.length > 0) ? new AtomicInteger(1) : null;
	}

	EventEnvelope envelope() {
		return this.envelope;
	}

	/**
	 * The call that is under way. Asked by other threads, who may get one that is over
	 * just now.
	 * @param thread the thread of the lane
	 * @return the call; {@code null} before the first and after the last handler
	 */
	@Nullable Call call(Thread thread) {
		int now = this.position;
		if (now < 0 || now >= this.route.handlers.length) {
			return null;
		}
		Awaited rest = this.awaited;
		return new Call(this.route.handlers[now], now, (rest != null && rest.isHolding()) ? null : thread);
	}

	boolean isAt(int position) {
		return this.position == position;
	}

	@Override
	boolean run(Hold hold) {
		boolean over = true;
		try {
			over = goOn(hold);
			return over;
		}
		finally {
			if (over) {
				finished();
			}
		}
	}

	private boolean goOn(Hold hold) {
		Awaited over = this.awaited;
		if (over != null) {
			this.awaited = null;
			ended(over.error());
		}
		else if (this.open != null) {
			offer(this.open);
		}
		while (++this.position < this.route.handlers.length) {
			if ((this.envelope.event() != null || !this.route.forms[this.position].requiresTyped()) && !call(hold)) {
				return false;
			}
		}
		return true;
	}

	private void offer(AtomicInteger finishers) {
		for (EventSubscription subscription : this.route.subscriptions) {
			if (this.envelope.event() != null || !subscription.interest().form().requiresTyped()) {
				finishers.incrementAndGet();
				subscription.offer(this);
			}
		}
	}

	/** Whether the handler is through with the event already. */
	private boolean call(Hold hold) {
		this.startedAt = System.nanoTime();
		Throwable error = null;
		Awaited rest = null;
		try {
			// As a Publisher, since its subscribe is the one that honours Reactor's
			// hooks.
			Publisher<Void> returned = this.route.handlers[this.position].handleAsync(this.envelope);
			if (returned == EventHandler.NOT_WANTED) {
				return true;
			}
			if (returned != null) {
				rest = new Awaited(hold);
				this.awaited = rest;
				returned.subscribe(rest);
			}
		}
		catch (Throwable ex) {
			error = ex;
		}
		finally {
			// An interrupt was meant for this handler, not for the next one on the
			// thread.
			Thread.interrupted();
		}
		if (rest != null) {
			if (error != null) {
				rest.onError(error);
			}
			if (rest.isWaiting()) {
				return false;
			}
			this.awaited = null;
			error = rest.error();
		}
		ended(error);
		return true;
	}

	private void ended(@Nullable Throwable error) {
		if (error != null) {
			this.route.counters.failed.increment();
		}
		this.calls.ended(this.route.handlers[this.position], this.route.handlerCounters[this.position], this.envelope,
				System.nanoTime() - this.startedAt, error);
	}

	/** The lane or a subscription is through with the event; the last one settles it. */
	void finished() {
		if (this.open != null && this.open.decrementAndGet() > 0) {
			return;
		}
		this.route.counters.handled.increment();
		this.handled.run();
		this.load.finished(this.route.sheddable);
	}

	@Override
	void cancel() {
		Awaited waiting = this.awaited;
		if (waiting != null) {
			waiting.cancel();
		}
	}

	/**
	 * A handler that has the event.
	 *
	 * @param handler the handler
	 * @param position which of the event's handlers it is
	 * @param thread where it runs; {@code null} when what it returned is waited for
	 */
	record Call(EventHandler handler, int position, @Nullable Thread thread) {
	}

}
