package io.github.discordgateway.internal.dispatch;

import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.util.unit.DataSize;

/**
 * How many events of one source are queued or running, what memory they take, and who has
 * to know when that is too much or nothing. Counting takes no lock; only the crossing of
 * a limit does. Both sides first write what the other one reads and then look, so that
 * one of them always sees the crossing.
 *
 * <p>
 * Events that may be shed are counted apart. They do not pause the source; instead they
 * are refused as long as the events of both kinds together have reached the limit.
 */
public final class SourceLoad {

	private static final Log logger = LogFactory.getLog(SourceLoad.class);

	/** Adds one to the number of events, which stands above their weight. */
	private static final long ONE = 1L << Integer.SIZE;

	private final EventSource source;

	private final int maxPending;

	private final PendingBudget budget;

	/** Those that pause the source: their number and, in the lower half, their weight. */
	private final AtomicLong pending = new AtomicLong();

	/** Those that are shed instead, in the same form. */
	private final AtomicLong sheddable = new AtomicLong();

	/** How many were shed since the last time that half of the limit was free. */
	private final AtomicLong shed = new AtomicLong();

	private volatile boolean paused;

	private volatile boolean closed;

	/** Written under the lock. */
	private volatile long pauses;

	private volatile Sinks.@Nullable Empty<Void> idle;

	/**
	 * Begins with nothing.
	 * @param source stops reading when too much is pending
	 * @param maxPending how many events of it may be pending before that
	 * @param budget the memory that it shares with others
	 */
	public SourceLoad(EventSource source, int maxPending, PendingBudget budget) {
		this.source = source;
		this.maxPending = maxPending;
		this.budget = budget;
		budget.join();
	}

	/**
	 * How many events are pending.
	 * @return those that are queued or running
	 */
	public int pending() {
		return number(this.pending.get()) + number(this.sheddable.get());
	}

	/** What the pending events weigh, in units of the budget. */
	private long weight() {
		return weight(this.pending.get()) + weight(this.sheddable.get());
	}

	private static int number(long load) {
		return (int) (load >> Integer.SIZE);
	}

	private static long weight(long load) {
		return load & 0xFFFFFFFFL;
	}

	/**
	 * Whether the source may not read.
	 * @return whether it was told to stop, and not yet to go on
	 */
	public boolean isPaused() {
		return this.paused;
	}

	/**
	 * How often the source had to stop.
	 * @return the count
	 */
	public long pauses() {
		return this.pauses;
	}

	boolean isClosed() {
		return this.closed;
	}

	/**
	 * An event is pending.
	 * @param mayBeShed whether it may be shed
	 * @param weight what it weighs, in units of the budget
	 */
	public void started(boolean mayBeShed, int weight) {
		this.budget.add(weight);
		if (mayBeShed) {
			this.sheddable.addAndGet(ONE + weight);
			return;
		}
		long load = this.pending.addAndGet(ONE + weight);
		if (!this.paused && (number(load) >= this.maxPending || this.budget.isUsedUp(weight()))) {
			pause();
		}
	}

	/**
	 * An event is not pending any more.
	 * @param mayBeShed whether it may be shed
	 * @param weight what it weighed
	 */
	public void finished(boolean mayBeShed, int weight) {
		(mayBeShed ? this.sheddable : this.pending).addAndGet(-ONE - weight);
		this.budget.remove(weight);
		if (this.paused) {
			tryToResume();
		}
		if (this.shed.get() > 0 && pending() <= this.maxPending / 2) {
			endShedding();
		}
		if (this.idle != null && pending() == 0) {
			completeIdle();
		}
	}

	/** Whether an event that may be shed has to be. */
	boolean sheds() {
		if (pending() < this.maxPending && !this.budget.isUsedUp(weight())) {
			return false;
		}
		if (this.shed.getAndIncrement() == 0) {
			logger.warn(this.source.description() + " drops events that may be shed: " + pending()
					+ " events wait for their " + this.source.takers() + ", which are too slow");
		}
		return true;
	}

	private void endShedding() {
		long dropped = this.shed.getAndSet(0);
		if (dropped > 0) {
			logger.info(this.source.description() + " drops events no more: the " + this.source.takers()
					+ " have caught up, " + dropped + " were dropped");
		}
	}

	private synchronized void pause() {
		if (this.paused) {
			return;
		}
		this.paused = true;
		this.budget.await(this);
		int number = number(this.pending.get());
		if (number < this.maxPending && !this.budget.isUsedUp(weight())) {
			this.paused = false;
			this.budget.leave(this);
			return;
		}
		this.pauses++;
		logger.warn(this.source.description() + " stops reading: " + number + " events"
				+ ((number < this.maxPending)
						? " of " + DataSize.ofBytes(weight() * PendingBudget.UNIT).toMegabytes() + " MB" : "")
				+ " wait for their " + this.source.takers() + ". " + this.source.describeBacklog());
		tell(true);
	}

	/** Lets the source read on when there is room again. */
	void tryToResume() {
		if (number(this.pending.get()) <= this.maxPending / 2 && this.budget.isFreeFor(weight())) {
			resume();
		}
	}

	private synchronized void resume() {
		if (!this.paused || number(this.pending.get()) > this.maxPending / 2 || !this.budget.isFreeFor(weight())) {
			return;
		}
		this.paused = false;
		this.budget.leave(this);
		logger.info(this.source.description() + " reads on: the " + this.source.takers() + " have caught up");
		tell(false);
	}

	private void tell(boolean pause) {
		try {
			this.source.pauseReading(pause);
		}
		catch (RuntimeException ex) {
			// The source queues what still comes, or stays as it is until the next time.
			logger.error(this.source.description() + " could not be told to " + (pause ? "pause" : "resume"), ex);
		}
	}

	/**
	 * Gives the source up: it shares the memory no more, and those of its events that no
	 * handler has begun with reach none. Who still has one finishes it.
	 */
	public void close() {
		this.closed = true;
		this.budget.leave(this);
		this.budget.quit();
	}

	/**
	 * Waits for the pending events.
	 * @return completes when none is left
	 */
	public Mono<Void> drained() {
		return Mono.defer(() -> {
			Sinks.Empty<Void> sink = idleSink();
			if (pending() == 0) {
				completeIdle();
			}
			return sink.asMono();
		});
	}

	private synchronized Sinks.Empty<Void> idleSink() {
		Sinks.Empty<Void> sink = this.idle;
		if (sink == null) {
			sink = Sinks.empty();
			this.idle = sink;
		}
		return sink;
	}

	private void completeIdle() {
		Sinks.Empty<Void> sink;
		synchronized (this) {
			sink = this.idle;
			this.idle = null;
		}
		if (sink != null) {
			sink.tryEmitEmpty();
		}
	}

}
