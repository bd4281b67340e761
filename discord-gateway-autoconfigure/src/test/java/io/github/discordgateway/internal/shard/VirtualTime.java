package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * A clock that stands still until it is told to go on, and what is planned on it. Code
 * that wants a Reactor scheduler gets one on the same clock.
 */
final class VirtualTime {

	private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();

	private final PriorityQueue<Planned> agenda = new PriorityQueue<>(
			Comparator.comparingLong((Planned planned) -> planned.at).thenComparingLong((planned) -> planned.order));

	private long now;

	private long planned;

	private long stalledAt = -1;

	/** Nanoseconds since the beginning. */
	long now() {
		return this.now;
	}

	/** The scheduler on this clock. */
	VirtualTimeScheduler scheduler() {
		catchUp();
		return this.scheduler;
	}

	/** Brings the scheduler, which goes on only when somebody looks, to this moment. */
	void catchUp() {
		long behind = this.now - this.scheduler.now(TimeUnit.NANOSECONDS);
		if (behind > 0) {
			this.scheduler.advanceTimeBy(Duration.ofNanos(behind));
		}
	}

	Planned plan(long delayNanos, Runnable task) {
		Planned added = new Planned(this.now + delayNanos, this.planned++, task);
		this.agenda.add(added);
		return added;
	}

	/** Lets time pass, and what is planned happen at its moment. */
	void pass(long nanos, Runnable beforeEach) {
		run(this.now + nanos, beforeEach, false);
	}

	/** Lets time pass in which nothing can happen; what was due happens late. */
	void stall(long nanos, Runnable beforeEach) {
		long end = this.now + nanos;
		this.now = end;
		this.stalledAt = end;
		run(end, beforeEach, true);
	}

	/** Whether time stood still for the process since a moment. */
	boolean hasStalledSince(long then) {
		return this.stalledAt >= then;
	}

	/** The number of tasks that are going to happen. */
	long pending() {
		return this.agenda.stream().filter((task) -> !task.cancelled).count();
	}

	private void run(long end, Runnable beforeEach, boolean late) {
		Planned next;
		while ((next = this.agenda.peek()) != null && next.at <= end) {
			this.agenda.remove();
			if (!next.cancelled) {
				this.now = late ? end : next.at;
				beforeEach.run();
				if (!next.cancelled) {
					next.cancelled = true;
					next.task.run();
				}
			}
		}
		this.now = end;
		beforeEach.run();
	}

	/** Something that will happen. */
	static final class Planned {

		private final long at;

		private final long order;

		private final Runnable task;

		private boolean cancelled;

		private Planned(long at, long order, Runnable task) {
			this.at = at;
			this.order = order;
			this.task = task;
		}

		void cancel() {
			this.cancelled = true;
		}

	}

}
