package io.github.discordgateway.dispatch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * An executor that never rejects. What the one behind it does not take, because it is
 * full or shut down, waits for a single thread that exists only as long as there is such
 * work: slower, but nothing is lost and the network thread is never used.
 */
final class OverflowExecutor implements Executor {

	private static final Log logger = LogFactory.getLog(OverflowExecutor.class);

	private final Executor delegate;

	private final Queue<Runnable> overflow = new ArrayDeque<>();

	private boolean draining;

	OverflowExecutor(Executor delegate) {
		this.delegate = delegate;
	}

	@Override
	public void execute(Runnable task) {
		try {
			this.delegate.execute(task);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			// The error is how a JVM says that it cannot start one more thread.
			overflow(task);
		}
	}

	private synchronized void overflow(Runnable task) {
		this.overflow.add(task);
		if (!this.draining) {
			logger.warn("The executor of the listeners is full or shut down and takes no more events; until it does, "
					+ "they are handled on one thread of their own");
			Thread thread = new Thread(this::drain, "discord-gateway-overflow");
			thread.setDaemon(true);
			thread.start();
			this.draining = true;
		}
	}

	private void drain() {
		Runnable task;
		while ((task = poll()) != null) {
			try {
				task.run();
			}
			catch (Throwable ex) {
				logger.error("Failed on the overflow thread of the listeners", ex);
			}
		}
	}

	private synchronized @Nullable Runnable poll() {
		Runnable task = this.overflow.poll();
		this.draining = (task != null);
		return task;
	}

}
