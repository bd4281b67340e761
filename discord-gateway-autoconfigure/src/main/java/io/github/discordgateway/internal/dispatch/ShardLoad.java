package io.github.discordgateway.internal.dispatch;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import io.github.discordgateway.ShardId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.util.unit.DataSize;

/**
 * How many events of one shard are queued or running, what memory they take, and who has
 * to know when that is too much or nothing. Counting takes no lock; only the crossing of
 * a limit does. Both sides first write what the other one reads and then look, so that
 * one of them always sees the crossing.
 *
 * <p>
 * Events that may be shed are counted apart. They do not pause the shard; instead they
 * are refused as long as the events of both kinds together have reached the limit.
 */
final class ShardLoad {

	private static final Log logger = LogFactory.getLog(ShardLoad.class);

	/** Adds one to the number of events, which stands above their weight. */
	private static final long ONE = 1L << Integer.SIZE;

	private final ShardId shard;

	private final int maxPending;

	private final PendingBudget budget;

	private final BackPressure backPressure;

	/** Says who holds up the events. */
	private final Function<ShardId, String> backlog;

	/** Those that pause the shard: their number and, in the lower half, their weight. */
	private final AtomicLong pending = new AtomicLong();

	/** Those that are shed instead, in the same form. */
	private final AtomicLong sheddable = new AtomicLong();

	/** How many were shed since the last time that half of the limit was free. */
	private final AtomicLong shed = new AtomicLong();

	private volatile boolean paused;

	/** Written under the lock. */
	private volatile long pauses;

	private volatile Sinks.@Nullable Empty<Void> idle;

	ShardLoad(ShardId shard, int maxPending, PendingBudget budget, BackPressure backPressure,
			Function<ShardId, String> backlog) {
		this.shard = shard;
		this.maxPending = maxPending;
		this.budget = budget;
		this.backPressure = backPressure;
		this.backlog = backlog;
		budget.join();
	}

	int pending() {
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

	boolean isPaused() {
		return this.paused;
	}

	long pauses() {
		return this.pauses;
	}

	/**
	 * An event is pending.
	 * @param mayBeShed whether it may be shed
	 * @param weight what it weighs, in units of the budget
	 */
	void started(boolean mayBeShed, int weight) {
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
	void finished(boolean mayBeShed, int weight) {
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
			logger.warn("Shard " + this.shard + " drops events that may be shed: " + pending()
					+ " events wait for their listeners, which are too slow");
		}
		return true;
	}

	private void endShedding() {
		long dropped = this.shed.getAndSet(0);
		if (dropped > 0) {
			logger.info("Shard " + this.shard + " drops events no more: the listeners have caught up, " + dropped
					+ " were dropped");
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
		logger.warn("Shard " + this.shard + " stops reading: " + number + " events"
				+ ((number < this.maxPending)
						? " of " + DataSize.ofBytes(weight() * PendingBudget.UNIT).toMegabytes() + " MB" : "")
				+ " wait for their listeners. " + this.backlog.apply(this.shard));
		tell(true);
	}

	/** Reads on when there is room again. */
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
		logger.info("Shard " + this.shard + " reads on: the listeners have caught up");
		tell(false);
	}

	private void tell(boolean pause) {
		try {
			if (pause) {
				this.backPressure.pause(this.shard);
			}
			else {
				this.backPressure.resume(this.shard);
			}
		}
		catch (RuntimeException ex) {
			// The shard queues what still comes, or stays as it is until the next time.
			logger.error("Shard " + this.shard + " could not be told to " + (pause ? "pause" : "resume"), ex);
		}
	}

	/**
	 * Waits for the pending events.
	 * @return completes when none is left
	 */
	Mono<Void> drained() {
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
