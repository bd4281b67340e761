package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Waits for what other threads and processes bring about, by looking again and again: not
 * all of it can be announced.
 */
final class Polling {

	private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

	private Polling() {
	}

	/**
	 * Waits until there is something.
	 * @param <T> the type of what is waited for
	 * @param limit how long at most
	 * @param condition what is waited for; {@code null} as long as it is not there
	 * @param failure says what was expected and what came instead
	 * @return what was waited for
	 * @throws AssertionError when it did not come in time
	 */
	static <T> T await(Duration limit, Supplier<@Nullable T> condition, Supplier<String> failure) {
		long deadline = System.nanoTime() + limit.toNanos();
		while (true) {
			T found = condition.get();
			if (found != null) {
				return found;
			}
			if (Thread.currentThread().isInterrupted()) {
				throw new AssertionError("Interrupted while waiting. " + failure.get());
			}
			if (System.nanoTime() - deadline >= 0) {
				throw new AssertionError(failure.get());
			}
			LockSupport.parkNanos(PAUSE_NANOS);
		}
	}

	/** As {@link #await}, for what is only true or false. */
	static void until(Duration limit, Supplier<Boolean> condition, Supplier<String> failure) {
		await(limit, () -> condition.get() ? Boolean.TRUE : null, failure);
	}

}
