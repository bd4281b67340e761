package io.github.discordgateway.dispatch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.github.discordgateway.protocol.ShardId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * How many events of one shard are queued or running, and who has to know when that is
 * too many or none. Counting takes no lock; only the crossing of a limit does. Both sides
 * first write what the other one reads and then look, so that one of them always sees the
 * crossing.
 *
 * <p>
 * Events that may be shed are counted apart. They do not pause the shard; instead they
 * are refused as long as the events of both kinds together have reached the limit.
 */
final class ShardLoad {

	private static final Log logger = LogFactory.getLog(ShardLoad.class);

	private final ShardId shard;

	private final int maxPending;

	private final BackPressure backPressure;

	/** Those that pause the shard. */
	private final AtomicInteger pending = new AtomicInteger();

	/** Those that are shed instead. */
	private final AtomicInteger sheddable = new AtomicInteger();

	/** How many were shed since the last time that half of the limit was free. */
	private final AtomicLong shed = new AtomicLong();

	private volatile boolean paused;

	/** Written under the lock. */
	private volatile long pauses;

	private volatile Sinks.@Nullable Empty<Void> idle;

	ShardLoad(ShardId shard, int maxPending, BackPressure backPressure) {
		this.shard = shard;
		this.maxPending = maxPending;
		this.backPressure = backPressure;
	}

	int pending() {
		return this.pending.get() + this.sheddable.get();
	}

	boolean isPaused() {
		return this.paused;
	}

	long pauses() {
		return this.pauses;
	}

	void started(boolean mayBeShed) {
		if (mayBeShed) {
			this.sheddable.incrementAndGet();
		}
		else if (this.pending.incrementAndGet() >= this.maxPending && !this.paused) {
			pause();
		}
	}

	void finished(boolean mayBeShed) {
		if (mayBeShed) {
			this.sheddable.decrementAndGet();
		}
		else if (this.pending.decrementAndGet() <= this.maxPending / 2 && this.paused) {
			resume();
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
		if (pending() < this.maxPending) {
			return false;
		}
		if (this.shed.getAndIncrement() == 0) {
			logger.warn("Shard " + this.shard + " drops events that may be shed: " + this.maxPending
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
		if (this.pending.get() < this.maxPending) {
			this.paused = false;
			return;
		}
		this.pauses++;
		logger.warn("Shard " + this.shard + " stops reading: " + this.maxPending
				+ " events wait for their listeners, which are too slow");
		tell(true);
	}

	private synchronized void resume() {
		if (!this.paused || this.pending.get() > this.maxPending / 2) {
			return;
		}
		this.paused = false;
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
