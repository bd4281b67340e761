package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The platform threads of the listeners, whose end takes no longer than the budget of the
 * whole stop allows. While the context is stopped they pause: what was not handled in
 * time waits for the next start.
 *
 * <p>
 * There are only as many threads as were busy at the same time: a thread that was at work
 * a moment ago is woken for less than one that has long been idle.
 */
public final class ListenerTaskExecutor extends ThreadPoolTaskExecutor {

	private static final long serialVersionUID = 1L;

	/** When the shards have stopped: nothing is left but what was not handled in time. */
	private static final int PHASE = 0;

	private final Duration interrupted;

	/**
	 * Makes an executor.
	 * @param interrupted how long a listener is waited for that was interrupted
	 * @param threadNamePrefix the names of the threads
	 * @param concurrency how many threads there are at most
	 */
	public ListenerTaskExecutor(Duration interrupted, String threadNamePrefix, int concurrency) {
		this.interrupted = interrupted;
		setThreadNamePrefix(threadNamePrefix);
		setCorePoolSize(1);
		setMaxPoolSize(concurrency);
		setRejectedExecutionHandler(new IdleThreadsFirstQueue.WhenAllAreBusy());
		setAllowCoreThreadTimeOut(true);
		// What was received is handled while the context closes.
		setAcceptTasksAfterContextClose(true);
		// Who is still busy has had the time of the shutdown phase: its event comes
		// again.
		setWaitForTasksToCompleteOnShutdown(false);
		setAwaitTerminationMillis(interrupted.toMillis());
		setPhase(PHASE);
	}

	@Override
	protected BlockingQueue<Runnable> createQueue(int queueCapacity) {
		return new IdleThreadsFirstQueue();
	}

	@Override
	public Thread createThread(Runnable work) {
		return super.createThread(() -> {
			try {
				work.run();
			}
			finally {
				ThreadPoolExecutor pool = getThreadPoolExecutor();
				((IdleThreadsFirstQueue) pool.getQueue()).startThreadForWaiting(pool);
			}
		});
	}

	/** Who is still busy has had its time, and is not waited for a second time. */
	@Override
	public void stop(Runnable callback) {
		AtomicBoolean called = new AtomicBoolean();
		Runnable once = () -> {
			if (called.compareAndSet(false, true)) {
				callback.run();
			}
		};
		Disposable limit = Mono.delay(this.interrupted).subscribe((elapsed) -> once.run());
		super.stop(() -> {
			limit.dispose();
			once.run();
		});
	}

	@Override
	public void shutdown() {
		super.shutdown();
		if (Thread.currentThread().getName().startsWith(getThreadNamePrefix())) {
			// A listener that closes the context has interrupted itself: the rest of the
			// context must be able to wait.
			Thread.interrupted();
		}
	}

}
