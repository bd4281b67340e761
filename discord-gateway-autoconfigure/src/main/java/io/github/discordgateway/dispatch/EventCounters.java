package io.github.discordgateway.dispatch;

import java.util.concurrent.atomic.LongAdder;

/**
 * The counts of one event name.
 */
final class EventCounters {

	final LongAdder received = new LongAdder();

	final LongAdder skipped = new LongAdder();

	final LongAdder undecodable = new LongAdder();

	final LongAdder handled = new LongAdder();

	final LongAdder failed = new LongAdder();

	final LongAdder shed = new LongAdder();

	DispatchStatistics.Counts snapshot() {
		return new DispatchStatistics.Counts(this.received.sum(), this.skipped.sum(), this.undecodable.sum(),
				this.handled.sum(), this.failed.sum(), this.shed.sum());
	}

}
