package io.github.discordgateway.internal.dispatch;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to its handlers and streams. It counts as handled when the last of
 * them is through.
 */
final class Delivery {

	/** Far from 0, however many are through. */
	private static final int ABANDONED = Integer.MIN_VALUE / 2;

	private static final AtomicIntegerFieldUpdater<Delivery> OPEN = AtomicIntegerFieldUpdater.newUpdater(Delivery.class,
			"open");

	private final EventEnvelope envelope;

	private final EventRoute route;

	private final SourceLoad load;

	private final Runnable handled;

	/** What it weighs in the load. */
	private final int weight;

	/** How many have the event still to finish. */
	private volatile int open;

	Delivery(EventEnvelope envelope, EventRoute route, SourceLoad load, int weight, Runnable handled) {
		this.envelope = envelope;
		this.route = route;
		this.load = load;
		this.weight = weight;
		this.handled = handled;
	}

	EventEnvelope envelope() {
		return this.envelope;
	}

	EventRoute route() {
		return this.route;
	}

	/**
	 * Hands the event over to its handlers and streams. When that fails, the event is not
	 * pending, and will never count as handled, whoever has had it.
	 */
	void submit() {
		boolean offering = false;
		boolean submitted = false;
		try {
			this.load.started(this.route.sheddable, this.weight);
			HandlerTask first = tasks();
			int takers = count(first) + subscribers();
			OPEN.lazySet(this, Math.max(takers, 1));
			offering = true;
			if (takers == 0) {
				finished();
			}
			offer(first);
			submitted = true;
		}
		finally {
			if (!submitted && (OPEN.getAndSet(this, ABANDONED) != 0 || !offering)) {
				this.load.finished(this.route.sheddable, this.weight);
			}
		}
	}

	/** The tasks in the order of the handlers, each linked to the next one. */
	private @Nullable HandlerTask tasks() {
		HandlerTask first = null;
		HandlerTask follower = null;
		int[] positions = this.route.index.find(this.envelope.shard(), this.envelope.guildId());
		for (int i = positions.length - 1; i >= 0; i--) {
			int position = positions[i];
			if (isFor(this.route.forms[position])) {
				boolean ordered = position < this.route.ordered;
				HandlerTask task = new HandlerTask(this, position, ordered && isPreceded(positions, i),
						ordered ? follower : null);
				task.next = first;
				first = task;
				follower = ordered ? task : null;
			}
		}
		return first;
	}

	private boolean isPreceded(int[] positions, int index) {
		for (int i = 0; i < index; i++) {
			if (isFor(this.route.forms[positions[i]])) {
				return true;
			}
		}
		return false;
	}

	private boolean isFor(EventForm form) {
		return this.envelope.event() != null || !form.requiresTyped();
	}

	private static int count(@Nullable LaneTask first) {
		int count = 0;
		for (LaneTask task = first; task != null; task = task.next) {
			count++;
		}
		return count;
	}

	private int subscribers() {
		int count = 0;
		for (EventSubscription subscription : this.route.subscriptions) {
			if (isFor(subscription.interest().form())) {
				count++;
			}
		}
		return count;
	}

	private void offer(@Nullable HandlerTask first) {
		HandlerTask task = first;
		while (task != null) {
			HandlerTask following = (HandlerTask) task.next;
			task.next = null;
			task.submit();
			task = following;
		}
		for (EventSubscription subscription : this.route.subscriptions) {
			if (isFor(subscription.interest().form())) {
				subscription.offer(this);
			}
		}
	}

	/** Whether it could not be handed over to all, or was given up, and comes again. */
	boolean isAbandoned() {
		return this.open < 0 || this.load.isClosed();
	}

	/** A handler is about to be called. */
	EventReceipt.@Nullable Scope enter() {
		return (this.handled instanceof EventReceipt receipt) ? receipt.enter() : null;
	}

	/** A handler is through with the event, or has failed. */
	void ended(int position, long startedAt, @Nullable Throwable error) {
		if (error != null) {
			this.route.counters.failed.increment();
			if (this.handled instanceof EventReceipt receipt) {
				receipt.failed(error);
			}
		}
		long nanos = (startedAt != 0) ? System.nanoTime() - startedAt : 0;
		this.route.calls.ended(this.route.handlers[position], this.route.handlerCounters[position], this.envelope,
				nanos, error);
	}

	/** A handler or a stream has no more to do with it; the last one settles it. */
	void finished() {
		if (this.open == 1) {
			// Nobody else is left who could be the last one at the same time.
			OPEN.lazySet(this, 0);
		}
		else if (OPEN.decrementAndGet(this) != 0) {
			return;
		}
		this.route.counters.handled.increment();
		try {
			this.handled.run();
		}
		finally {
			this.load.finished(this.route.sheddable, this.weight);
		}
	}

}
