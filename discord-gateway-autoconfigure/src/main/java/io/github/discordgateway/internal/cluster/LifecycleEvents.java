package io.github.discordgateway.internal.cluster;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.github.discordgateway.event.lifecycle.GatewayLifecycleEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes what happens to the shards as application events. Their listeners may block,
 * which an event loop must not, and must see them in order: so there is one worker.
 */
final class LifecycleEvents {

	private static final Log logger = LogFactory.getLog(LifecycleEvents.class);

	private final ApplicationEventPublisher publisher;

	private final Scheduler worker = Schedulers.single(Schedulers.boundedElastic());

	private boolean closed;

	/** The thread of the listener that is being told; null between two events. */
	private volatile @Nullable Thread listening;

	private volatile boolean stoppedByListener;

	LifecycleEvents(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	void publish(GatewayLifecycleEvent event) {
		schedule(() -> {
			this.listening = Thread.currentThread();
			try {
				this.publisher.publishEvent(event);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.error("A listener failed on " + event, ex);
			}
			finally {
				this.listening = null;
			}
		});
	}

	private synchronized void schedule(Runnable action) {
		if (!this.closed) {
			this.worker.schedule(action);
		}
	}

	/**
	 * A stop begins.
	 * @param caller the thread that asks for it
	 */
	void stopping(Thread caller) {
		this.stoppedByListener = caller == this.listening;
	}

	/**
	 * Publishes nothing that comes from now on.
	 * @param limit how long to wait for the listeners
	 * @return completes when they have had what was published before; at once when one of
	 * them waits for the stop itself, and would be waited for in vain
	 */
	Mono<Void> close(Duration limit) {
		Sinks.Empty<Void> told = Sinks.empty();
		schedule(told::tryEmitEmpty);
		synchronized (this) {
			this.closed = true;
		}
		Mono<Void> end = isWaitingForTheStop() ? Mono.empty() : told.asMono().timeout(limit);
		return end.onErrorResume(TimeoutException.class, (overdue) -> {
			logger.warn("A listener of the gateway's life cycle is still busy, and is not waited for any longer");
			return Mono.empty();
		}).doFinally((signal) -> this.worker.dispose());
	}

	private boolean isWaitingForTheStop() {
		Thread busy = this.listening;
		return busy != null && (this.stoppedByListener || isInExit(busy));
	}

	/** {@code System.exit} returns to nobody; it waits for the hooks that stop us. */
	private static boolean isInExit(Thread thread) {
		return Stream.of(thread.getStackTrace()).anyMatch((frame) -> frame.getClassName().equals("java.lang.Shutdown"));
	}

}
