package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.Iterator;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The threads of the listeners. What wants one stands in a queue. A thread of the
 * executor that was called takes from it as long as there is something, and calls another
 * one before it begins with a task while there are more: so nothing stands behind a task
 * that blocks, and what came together costs a call or two, not one for each.
 *
 * <p>
 * To wake a thread costs more than a quick task. As long as tasks are quick, and whoever
 * has called looks again soon, a thread does alone what there is. When one of them blocks
 * after all, the look finds tasks that nobody has begun with, and calls another thread.
 *
 * <p>
 * Nothing is ever rejected. As long as the executor takes nothing, because it is full or
 * shut down, a single thread does its work, which exists only as long as there is some:
 * slower, but nothing is lost and the network thread is never used. For each thread that
 * does not come back from what was given up on it another one takes its place.
 */
final class HandlerThreads implements Executor {

	/**
	 * After so many tasks a thread goes back to the executor, which may want to pause or
	 * to end.
	 */
	private static final int BATCH = 32;

	/** The same for a thread whose tasks are quick, so that it is back soon. */
	private static final int QUICK_BATCH = 512;

	/** Up to this long on average a task takes less than to wake a thread for it. */
	private static final long QUICK_NANOS = 10_000;

	/** When to look again. */
	private static final Duration LOOK = Duration.ofMillis(1);

	/** A listener that hangs each time must not end in a process full of threads. */
	private static final int MAX_REPLACEMENTS = 256;

	/** When a JVM that could not start a thread is asked again. */
	private static final Duration THREAD_RETRY = Duration.ofMillis(200);

	/** How long something urgent waits for a thread of the executor. */
	private static final Duration PATIENCE = Duration.ofMillis(100);

	/** How long a replacement waits for work before it looks whether it is needed. */
	private static final Duration REPLACEMENT_LOOK = Duration.ofSeconds(1);

	private static final Log logger = LogFactory.getLog(HandlerThreads.class);

	private final Executor executor;

	private final LongSupplier nanoTime;

	private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

	/** Whether a thread of the executor was called and has not come yet. */
	private final AtomicBoolean called = new AtomicBoolean();

	/** Whether the tasks that were done last were quick. */
	private volatile boolean quick;

	/** Whether someone looks again. */
	private volatile boolean watched;

	/** When, in nanoseconds. */
	private volatile long lookAt;

	/** Whether there was a moment since then in which nothing was left to begin with. */
	private volatile boolean emptied;

	/** What a thread of the executor does that comes. */
	private final Runnable visit = this::visit;

	/** The threads that have not come back. */
	private final Set<Thread> abandoned = ConcurrentHashMap.newKeySet();

	/** Written under the lock. */
	private volatile int replacements;

	private final Semaphore replacementsCalled = new Semaphore(0);

	/** Whether there is a thread that does the work of the executor. */
	private boolean overflowing;

	HandlerThreads(Executor executor) {
		this(executor, System::nanoTime);
	}

	HandlerThreads(Executor executor, LongSupplier nanoTime) {
		this.executor = executor;
		this.nanoTime = nanoTime;
	}

	/**
	 * Puts a task into the queue, for threads that are at work and for the next
	 * {@link #call()}, which has to follow.
	 * @param task what to run
	 */
	void add(Runnable task) {
		this.tasks.add(task);
	}

	@Override
	public void execute(Runnable task) {
		add(task);
		call();
	}

	/**
	 * Sees to it that a thread comes for what is in the queue.
	 */
	void call() {
		if (this.tasks.isEmpty()) {
			return;
		}
		if (this.replacements > 0) {
			this.replacementsCalled.release();
		}
		if (!this.called.get() && this.called.compareAndSet(false, true)) {
			try {
				this.executor.execute(this.visit);
			}
			catch (RuntimeException | Error ex) {
				// An OutOfMemoryError is how a JVM says that it cannot start one more
				// thread.
				this.called.set(false);
				overflow(ex);
			}
		}
	}

	/**
	 * As {@link #call()}, by someone who comes back to look whether what was there is
	 * done. Until then it may stand behind a task that blocks.
	 * @return when to call this again at the latest; zero for not at all
	 */
	Duration callAndWatch() {
		long now = this.nanoTime.getAsLong();
		if (this.watched && now - this.lookAt >= 0) {
			this.watched = false;
			if (!this.emptied) {
				this.quick = false;
			}
		}
		boolean watching = this.quick && !this.watched && areSeveral();
		if (watching) {
			this.emptied = false;
			this.lookAt = now + LOOK.toNanos();
			this.watched = true;
		}
		call();
		return watching ? LOOK : Duration.ZERO;
	}

	private boolean areSeveral() {
		Iterator<Runnable> waiting = this.tasks.iterator();
		if (waiting.hasNext()) {
			waiting.next();
		}
		return waiting.hasNext();
	}

	private void visit() {
		// First, so that who adds something from now on calls another one.
		this.called.set(false);
		long start = this.nanoTime.getAsLong();
		boolean alone = this.watched && this.lookAt - start > 0;
		int done = 0;
		try {
			Runnable task;
			while (done < (alone ? QUICK_BATCH : BATCH) && (task = this.tasks.poll()) != null) {
				alone &= this.quick;
				if (!alone) {
					call();
				}
				done++;
				task.run();
			}
		}
		finally {
			if (done > 0) {
				this.quick = this.nanoTime.getAsLong() - start <= done * QUICK_NANOS;
			}
			if (this.tasks.isEmpty()) {
				this.emptied = true;
			}
			call();
		}
	}

	/** Does what there is, on a thread of its own. */
	private void workAside() {
		Runnable task;
		while ((task = this.tasks.poll()) != null) {
			call();
			try {
				task.run();
			}
			catch (Throwable ex) {
				logger.error("Failed on a thread of the listeners", ex);
			}
		}
	}

	private synchronized void overflow(Throwable why) {
		if (!this.overflowing) {
			logger.warn("The executor of the listeners is full or shut down and takes no more events; until it does, "
					+ "they are handled on one thread of their own", unlessRejected(why));
			startOverflow();
		}
	}

	private static @Nullable Throwable unlessRejected(Throwable why) {
		return (why instanceof RejectedExecutionException) ? null : why;
	}

	private synchronized void startOverflow() {
		if (this.overflowing || this.tasks.isEmpty()) {
			return;
		}
		try {
			start("discord-gateway-overflow", () -> {
				do {
					workAside();
				}
				while (isOverflowing());
			});
			this.overflowing = true;
		}
		catch (OutOfMemoryError ex) {
			Mono.delay(THREAD_RETRY).subscribe((tick) -> startOverflow());
		}
	}

	private synchronized boolean isOverflowing() {
		this.overflowing = !this.tasks.isEmpty();
		return this.overflowing;
	}

	private static void start(String name, Runnable work) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * A thread is busy with something that was given up. Until it comes back another one
	 * does what it would do.
	 * @param thread the thread
	 */
	synchronized void abandon(Thread thread) {
		if (this.abandoned.add(thread) && this.replacements < Math.min(this.abandoned.size(), MAX_REPLACEMENTS)) {
			startReplacement();
		}
	}

	private void startReplacement() {
		try {
			start("discord-gateway-replacement", this::replace);
			this.replacements = this.replacements + 1;
		}
		catch (OutOfMemoryError ex) {
			logger.warn("No thread could be started in the place of one that does not come back", ex);
		}
	}

	private void replace() {
		while (isReplacementNeeded()) {
			workAside();
			try {
				if (this.replacementsCalled.tryAcquire(REPLACEMENT_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
					this.replacementsCalled.drainPermits();
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
			this.replacements = this.replacements - 1;
		}
		return needed;
	}

	/**
	 * A thread is done with what was given up on it.
	 * @param thread the thread
	 */
	synchronized void threadIsBack(Thread thread) {
		this.abandoned.remove(thread);
	}

	/**
	 * Finds another thread for a task that is in the queue already, unless it is run
	 * soon: all of those of the executor may be busy for long.
	 * @param task a task that does nothing when it is run without need
	 */
	void hurry(Runnable task) {
		Schedulers.boundedElastic().schedule(task, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
	}

}
