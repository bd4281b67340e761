package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

import io.github.discordgateway.listener.DispatchStatistics;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one handler. Who is running is not counted here but looked up in the
 * lanes when someone asks, so that a call costs no more than its end.
 */
final class HandlerCounters {

	private final LongAdder calls = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final LongAdder nanos = new LongAdder();

	private final LongAccumulator maxNanos = new LongAccumulator(Math::max, 0);

	private volatile @Nullable Instant lastFailed;

	void handled(long nanos, @Nullable Throwable error) {
		this.calls.increment();
		this.nanos.add(nanos);
		this.maxNanos.accumulate(nanos);
		if (error != null) {
			this.failed.increment();
			this.lastFailed = Instant.now();
		}
	}

	DispatchStatistics.HandlerCounts snapshot(int running) {
		return new DispatchStatistics.HandlerCounts(this.calls.sum(), this.failed.sum(), running,
				Duration.ofNanos(this.nanos.sum()), Duration.ofNanos(this.maxNanos.get()), this.lastFailed);
	}

}
