package io.github.discordgateway.internal.kafka;

import java.util.concurrent.atomic.LongAdder;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a worker counts, over all partitions and assignments.
 */
final class WorkerCounters {

	private static final Log logger = LogFactory.getLog(KafkaWorker.class);

	/** So many of a kind are reported, then each doubling. */
	private static final int REPORTED = 10;

	final LongAdder received = new LongAdder();

	final LongAdder duplicates = new LongAdder();

	final LongAdder foreign = new LongAdder();

	final LongAdder deadLetters = new LongAdder();

	final LongAdder mixedTotals = new LongAdder();

	final LongAdder passedOver = new LongAdder();

	/** Counts something that should not be, and reports it unless there is too much. */
	void report(LongAdder counter, String what, @Nullable Throwable cause) {
		counter.increment();
		long count = counter.sum();
		if (count <= REPORTED || Long.bitCount(count) == 1) {
			logger.warn(what + ". So far this was so for " + count, cause);
		}
	}

}
