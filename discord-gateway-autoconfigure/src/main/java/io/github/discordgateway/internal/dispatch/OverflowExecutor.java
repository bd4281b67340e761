package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * An executor that never rejects, and never runs out of threads because of what was given
 * up on them. What the one behind it does not take, because it is full or shut down,
 * waits for a single thread that exists only as long as there is such work: slower, but
 * nothing is lost and the network thread is never used. For each thread that does not
 * come back another one takes its place.
 */
final class OverflowExecutor implements Executor {

	private static final Log logger = LogFactory.getLog(OverflowExecutor.class);

	/** A listener that hangs each time must not end in a process full of threads. */
	private static final int MAX_REPLACEMENTS = 256;

	/** When a JVM that could not start a thread is asked again. */
	private static final Duration THREAD_RETRY = Duration.ofMillis(200);

	/** How long something urgent waits for a thread of the executor. */
	private static final Duration PATIENCE = Duration.ofMillis(100);

	/** How long a replacement waits for work before it looks whether it is needed. */
	private static final Duration REPLACEMENT_LOOK = Duration.ofSeconds(1);

	private final Executor delegate;

	private final Queue<Runnable> overflow = new ArrayDeque<>();

	private final BlockingQueue<Runnable> forReplacements = new LinkedBlockingQueue<>();

	/** The threads that have not come back. */
	private final Set<Thread> abandoned = ConcurrentHashMap.newKeySet();

	private boolean draining;

	private int replacements;

	OverflowExecutor(Executor delegate) {
		this.delegate = delegate;
	}

	@Override
	public void execute(Runnable task) {
		Runnable offered = task;
		if (!this.abandoned.isEmpty()) {
			offered = new Once(task);
			this.forReplacements.add(offered);
		}
		try {
			this.delegate.execute(offered);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			// The error is how a JVM says that it cannot start one more thread.
			overflow(offered);
		}
	}

	private synchronized void overflow(Runnable task) {
		this.overflow.add(task);
		if (!this.draining) {
			logger.warn("The executor of the listeners is full or shut down and takes no more events; until it does, "
					+ "they are handled on one thread of their own");
			startDraining();
		}
	}

	private synchronized void startDraining() {
		if (this.draining || this.overflow.isEmpty()) {
			return;
		}
		try {
			start("discord-gateway-overflow", this::drain);
			this.draining = true;
		}
		catch (OutOfMemoryError ex) {
			Mono.delay(THREAD_RETRY).subscribe((tick) -> startDraining());
		}
	}

	private static void start(String name, Runnable work) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		thread.start();
	}

	private void drain() {
		Runnable task;
		while ((task = poll()) != null) {
			run(task);
		}
	}

	private static void run(Runnable task) {
		try {
			task.run();
		}
		catch (Throwable ex) {
			logger.error("Failed on a thread of the listeners", ex);
		}
	}

	private synchronized @Nullable Runnable poll() {
		Runnable task = this.overflow.poll();
		this.draining = (task != null);
		return task;
	}

	/**
	 * A thread of the executor is busy with something that was given up. Until it comes
	 * back another one runs what comes, too.
	 * @param thread the thread
	 */
	synchronized void abandon(Thread thread) {
		if (this.abandoned.add(thread) && this.replacements < Math.min(this.abandoned.size(), MAX_REPLACEMENTS)) {
			startReplacement();
		}
	}

	private void startReplacement() {
		try {
			start("discord-gateway-replacement", this::work);
			this.replacements++;
		}
		catch (OutOfMemoryError ex) {
			logger.warn("No thread could be started in the place of one that does not come back", ex);
		}
	}

	/**
	 * A thread is done with what was given up on it.
	 * @param thread the thread
	 */
	synchronized void threadIsBack(Thread thread) {
		this.abandoned.remove(thread);
		if (this.abandoned.isEmpty()) {
			this.forReplacements.clear();
		}
	}

	/**
	 * Finds another thread for a task that the executor has already, unless it is run
	 * soon: all of its threads may be busy for long.
	 * @param task a task that does nothing when it is run without need
	 */
	void hurry(Runnable task) {
		Schedulers.boundedElastic().schedule(task, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * Offers a task that the executor has already, but may have no thread for.
	 * @param task a task that does nothing when it is run without need
	 */
	void replace(Runnable task) {
		this.forReplacements.add(task);
	}

	private void work() {
		while (isReplacementNeeded()) {
			try {
				Runnable task = this.forReplacements.poll(REPLACEMENT_LOOK.toMillis(), TimeUnit.MILLISECONDS);
				if (task != null) {
					run(task);
				}
			}
			catch (InterruptedException ex) {
				// Meant for a call that has ended just now.
				logger.debug("A replacement thread was interrupted between two tasks", ex);
			}
		}
	}

	private synchronized boolean isReplacementNeeded() {
		boolean needed = this.replacements <= this.abandoned.size();
		if (!needed) {
			this.replacements--;
		}
		return needed;
	}

	/** A task that two threads are offered, of which one runs it. */
	private static final class Once implements Runnable {

		private final AtomicBoolean taken = new AtomicBoolean();

		private final Runnable task;

		Once(Runnable task) {
			this.task = task;
		}

		@Override
		public void run() {
			if (this.taken.compareAndSet(false, true)) {
				this.task.run();
			}
		}

	}

}
