package io.github.discordgateway.internal.dispatch;

import java.util.concurrent.atomic.LongAdder;

import io.github.discordgateway.listener.DispatchStatistics;

/**
 * The counts of one event name.
 */
final class EventCounters {

	final LongAdder received = new LongAdder();

	/** Whether it was told that there was a first one. */
	private boolean begun;

	final LongAdder skipped = new LongAdder();

	final LongAdder undecodable = new LongAdder();

	final LongAdder handled = new LongAdder();

	final LongAdder failed = new LongAdder();

	final LongAdder shed = new LongAdder();

	/**
	 * Counts an event.
	 * @return whether it seems to be the first one, which may be so more than once
	 */
	boolean received() {
		this.received.increment();
		if (this.begun) {
			return false;
		}
		this.begun = true;
		return true;
	}

	DispatchStatistics.Counts snapshot() {
		return new DispatchStatistics.Counts(this.received.sum(), this.skipped.sum(), this.undecodable.sum(),
				this.handled.sum(), this.failed.sum(), this.shed.sum());
	}

}
