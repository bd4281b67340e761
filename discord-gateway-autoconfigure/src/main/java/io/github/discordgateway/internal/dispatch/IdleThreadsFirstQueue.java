package io.github.discordgateway.internal.dispatch;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * The queue of a pool that starts a thread only when none is idle, and lets tasks wait
 * only when there are as many threads as may be. The JDK's pool does either the first,
 * with a queue that holds nothing, or the second. The queue refuses a task that would
 * have to wait, so that the pool starts a thread; when there can be no more the pool
 * rejects the task, and {@link WhenAllAreBusy} lets it wait after all.
 */
final class IdleThreadsFirstQueue extends LinkedBlockingQueue<Runnable> {

	private static final long serialVersionUID = 1L;

	/** Is given to a thread that is started for what waits in the queue. */
	private static final Runnable NOTHING = () -> {
	};

	/** The threads that wait for a task, or have got one just now. */
	private final AtomicInteger idle = new AtomicInteger();

	@Override
	public boolean offer(Runnable task) {
		if (this.idle.get() <= size()) {
			return false;
		}
		super.offer(task);
		// Whose time has run out meanwhile does not come back for it.
		return this.idle.get() >= size() || !remove(task);
	}

	@Override
	public Runnable take() throws InterruptedException {
		this.idle.incrementAndGet();
		try {
			return super.take();
		}
		finally {
			this.idle.decrementAndGet();
		}
	}

	@Override
	public @Nullable Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
		Runnable task;
		this.idle.incrementAndGet();
		try {
			task = super.poll(timeout, unit);
		}
		finally {
			this.idle.decrementAndGet();
		}
		// What came at the moment at which the time ran out would wait for a thread that
		// has ended.
		return (task != null) ? task : poll();
	}

	/** How many threads wait. */
	int idle() {
		return this.idle.get();
	}

	private boolean offerAnyhow(Runnable task) {
		return super.offer(task);
	}

	/**
	 * Starts a thread for what waits, if there can be one more. A thread whose time has
	 * run out counts until it has ended: what was rejected because of it, and so waits,
	 * would stay with those that are busy. To be called by each thread at its end.
	 * @param pool the pool of this queue
	 */
	void startThreadForWaiting(ThreadPoolExecutor pool) {
		while (!isEmpty() && !pool.isShutdown() && pool.getPoolSize() < pool.getMaximumPoolSize()
				&& !startThread(pool)) {
			// Another one is about to start or to end.
			Thread.onSpinWait();
		}
	}

	private static boolean startThread(ThreadPoolExecutor pool) {
		try {
			pool.execute(NOTHING);
			return true;
		}
		catch (RejectedExecutionException ex) {
			return false;
		}
	}

	/** Lets a task wait that the pool has rejected, unless it was shut down. */
	static final class WhenAllAreBusy implements RejectedExecutionHandler {

		@Override
		public void rejectedExecution(Runnable task, ThreadPoolExecutor pool) {
			if (task == NOTHING) {
				throw new RejectedExecutionException("There can be no further thread");
			}
			IdleThreadsFirstQueue queue = (IdleThreadsFirstQueue) pool.getQueue();
			boolean waits = !pool.isShutdown() && queue.offerAnyhow(task);
			if (!waits || (pool.isShutdown() && pool.remove(task))) {
				throw new RejectedExecutionException("The threads of the listeners are shut down");
			}
			queue.startThreadForWaiting(pool);
		}

	}

}
