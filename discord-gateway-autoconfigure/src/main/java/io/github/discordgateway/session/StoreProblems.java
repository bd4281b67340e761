package io.github.discordgateway.session;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The failures of a store in one kind of access: all of them are counted, and the first
 * one is reported until the store works again.
 */
final class StoreProblems {

	private static final Log logger = LogFactory.getLog(SessionStoreAccess.class);

	private final LongAdder failures;

	private final String recovery;

	private final AtomicBoolean failing = new AtomicBoolean();

	/**
	 * Makes a report without problems.
	 * @param failures counts them
	 * @param recovery reported when the store works again
	 */
	StoreProblems(LongAdder failures, String recovery) {
		this.failures = failures;
		this.recovery = recovery;
	}

	void failed(String consequence, Throwable problem) {
		this.failures.increment();
		if (this.failing.compareAndSet(false, true)) {
			logger.warn(consequence + ": " + describe(problem));
		}
	}

	void worked() {
		if (this.failing.compareAndSet(true, false)) {
			logger.info(this.recovery);
		}
	}

	static Throwable silence(Duration limit) {
		return new TimeoutException("the store did not answer within " + limit.toSeconds() + " s");
	}

	static String describe(Throwable problem) {
		boolean own = problem instanceof SessionStoreException || problem instanceof TimeoutException;
		return (own && problem.getMessage() != null) ? problem.getMessage() : problem.toString();
	}

}
