package io.github.discordgateway.identify;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Runs a task one at a time. A call that comes meanwhile, from another thread or out of
 * the task itself, returns at once and lets the task run once more: however many permits
 * lead to one another, the stack does not grow.
 */
final class DrainLoop {

	private final AtomicInteger calls = new AtomicInteger();

	private final Runnable task;

	/**
	 * Makes a loop.
	 * @param task does all that there is to do; it is repeated when it throws, and so has
	 * to take away first what it then works on
	 */
	DrainLoop(Runnable task) {
		this.task = task;
	}

	void run() {
		if (this.calls.getAndIncrement() != 0) {
			return;
		}
		Throwable problem = null;
		int made = 1;
		do {
			try {
				this.task.run();
			}
			catch (RuntimeException | Error ex) {
				problem = ex;
				continue;
			}
			made = this.calls.addAndGet(-made);
		}
		while (made != 0);
		rethrow(problem);
	}

	private static void rethrow(@Nullable Throwable problem) {
		if (problem instanceof Error error) {
			throw error;
		}
		if (problem instanceof RuntimeException exception) {
			throw exception;
		}
	}

}
