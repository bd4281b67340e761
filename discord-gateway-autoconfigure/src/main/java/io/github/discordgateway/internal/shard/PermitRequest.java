package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.function.Consumer;

import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.identify.IdentifyPermit;
import io.github.discordgateway.identify.IdentifyQueue;
import io.netty.channel.EventLoop;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * The wait of a shard for its permit to identify, and the permit. Whatever a queue does
 * but grant a permit, it is asked again: one that other processes share may be out of
 * reach for a while.
 */
final class PermitRequest {

	private static final Log logger = LogFactory.getLog(GatewayShard.class);

	private static final RetryBackoffSpec RETRY = Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1))
		.maxBackoff(Duration.ofSeconds(30));

	private final ShardId shard;

	private final IdentifyQueue queue;

	private final EventLoop eventLoop;

	private Disposable waiting = Disposables.disposed();

	private int number;

	private @Nullable IdentifyPermit permit;

	PermitRequest(ShardId shard, IdentifyQueue queue, EventLoop eventLoop) {
		this.shard = shard;
		this.queue = queue;
		this.eventLoop = eventLoop;
	}

	/**
	 * Asks for a permit.
	 * @param request the number of the request
	 * @param granted told how long it took, on the event loop
	 */
	void ask(int request, Consumer<Duration> granted) {
		release();
		this.number = request;
		long askedAt = System.nanoTime();
		this.waiting = Mono.defer(() -> this.queue.acquire(this.shard))
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("The queue ended without a permit")))
			.retryWhen(RETRY.doBeforeRetry((failure) -> logger
				.warn("Shard " + this.shard + " got no permit to identify and asks again: " + failure.failure())))
			.subscribe((permit) -> this.eventLoop.execute(() -> {
				if (request != this.number || this.permit != null) {
					permit.giveBack();
				}
				else {
					this.permit = permit;
					granted.accept(Duration.ofNanos(System.nanoTime() - askedAt));
				}
			}), (problem) -> logger.error("Shard " + this.shard + " cannot ask for a permit to identify", problem));
	}

	/** The permit, which is the caller's to spend; null when there is none. */
	@Nullable IdentifyPermit take() {
		IdentifyPermit taken = this.permit;
		this.permit = null;
		return taken;
	}

	/** Withdraws from the queue, or gives the permit back. */
	void release() {
		this.number = 0;
		this.waiting.dispose();
		IdentifyPermit unused = take();
		if (unused != null) {
			unused.giveBack();
		}
	}

}
