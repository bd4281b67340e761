package io.github.discordgateway.cluster;

import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.shard.ShardNotice;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
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

	/** Null before the start and after the end. */
	private @Nullable Scheduler worker;

	LifecycleEvents(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	void publish(ShardId shard, ShardNotice notice) {
		GatewayLifecycleEvent event = event(shard, notice);
		if (event != null) {
			publish(event);
		}
	}

	private static @Nullable GatewayLifecycleEvent event(ShardId shard, ShardNotice notice) {
		if (notice instanceof ShardNotice.Ready) {
			return new ShardReady(shard);
		}
		if (notice instanceof ShardNotice.Resumed resumed) {
			return new ShardResumed(shard, resumed.replayed());
		}
		if (notice instanceof ShardNotice.Restored restored) {
			return new SessionRestored(shard, restored.bot());
		}
		if (notice instanceof ShardNotice.EventsMissed missed) {
			return new EventsMissed(shard, missed.first(), missed.last(), missed.count(), missed.reason());
		}
		if (notice instanceof ShardNotice.Disconnected disconnected) {
			return new ShardDisconnected(shard, disconnected.cause());
		}
		if (notice instanceof ShardNotice.SessionLost lost) {
			return new SessionLost(shard, lost.sequence(), lost.cause());
		}
		if (notice instanceof ShardNotice.Failed failed) {
			return new ShardFailed(shard, failed.closeCode());
		}
		return null;
	}

	void publish(GatewayLifecycleEvent event) {
		schedule(() -> {
			try {
				this.publisher.publishEvent(event);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.error("A listener failed on " + event, ex);
			}
		});
	}

	private synchronized void schedule(Runnable action) {
		Scheduler open = this.worker;
		if (open != null) {
			open.schedule(action);
		}
	}

	/** From now on events are published. */
	synchronized void open() {
		if (this.worker == null) {
			this.worker = Schedulers.single(Schedulers.boundedElastic());
		}
	}

	/**
	 * Publishes nothing that comes from now on.
	 * @param closed run when the listeners have had what was published before
	 */
	synchronized void close(Runnable closed) {
		Scheduler closing = this.worker;
		this.worker = null;
		if (closing == null) {
			closed.run();
			return;
		}
		closing.schedule(() -> {
			closed.run();
			closing.dispose();
		});
	}

}
