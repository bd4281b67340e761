package io.github.discordgateway.identify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.discordgateway.protocol.ShardId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * The permits of all shards in this process.
 *
 * <p>
 * Shards are divided into buckets by {@code shard_id % max_concurrency}. A bucket has at
 * most one permit out, and rests for the window from the moment that the IDENTIFY was
 * written: counting from the grant would let two of them arrive too close together when
 * the first was delayed. Waiters of a bucket are served by shard id, so that the shards
 * start in the order that Discord asks for. When the day's budget is spent, all buckets
 * rest until it is reset.
 */
public final class InMemoryIdentifyQueue implements IdentifyQueue {

	/** The pause between two IDENTIFYs of one bucket, as Discord documents it. */
	public static final Duration DEFAULT_WINDOW = Duration.ofSeconds(5);

	/**
	 * Added to the window, because the two IDENTIFYs may take a different time to arrive.
	 */
	private static final Duration SLACK = Duration.ofMillis(250);

	private static final Log logger = LogFactory.getLog(InMemoryIdentifyQueue.class);

	private final Scheduler scheduler;

	private final long windowMillis;

	private final Map<Integer, Bucket> buckets = new HashMap<>();

	private int maxConcurrency = 1;

	private int remaining;

	private int total;

	/** When the budget is reset, on the scheduler's clock. */
	private long resetAtMillis;

	/** Permits that are out and may still be spent. */
	private int promised;

	/**
	 * Permits that are out since before the buckets were divided anew. Which of the new
	 * buckets they belong to is unknown, so that all of them wait.
	 */
	private int retiredGrants;

	/** Until when all buckets rest, because of IDENTIFYs of an earlier division. */
	private long restUntilMillis = Long.MIN_VALUE;

	/** The reset for which the spent budget was last reported. */
	private long reportedResetMillis = Long.MIN_VALUE;

	/**
	 * Makes a queue with Discord's window and some slack.
	 * @param scheduler its clock and timer
	 */
	public InMemoryIdentifyQueue(Scheduler scheduler) {
		this(scheduler, DEFAULT_WINDOW.plus(SLACK));
	}

	/**
	 * Makes a queue.
	 * @param scheduler its clock and timer
	 * @param window the pause between two IDENTIFYs of one bucket
	 */
	public InMemoryIdentifyQueue(Scheduler scheduler, Duration window) {
		this.scheduler = scheduler;
		this.windowMillis = window.toMillis();
		applyLimit(SessionStartLimit.DEFAULT);
	}

	@Override
	public Mono<IdentifyPermit> acquire(ShardId shard) {
		return Mono.defer(() -> {
			Waiter waiter = new Waiter(shard);
			// Not the sink's onCancel: it is silent once a permit was handed in, even
			// when the
			// subscriber has left before it arrived, and the permit would be lost.
			return Mono.<IdentifyPermit>create((sink) -> enter(waiter, sink)).doOnCancel(() -> forget(waiter));
		});
	}

	private void enter(Waiter waiter, MonoSink<IdentifyPermit> sink) {
		synchronized (this) {
			if (waiter.cancelled) {
				return;
			}
			waiter.sink = sink;
			bucketOf(waiter.shard).waiters.add(waiter);
		}
		serve();
	}

	@Override
	public void update(SessionStartLimit limit) {
		synchronized (this) {
			applyLimit(limit);
		}
		serve();
	}

	private void applyLimit(SessionStartLimit limit) {
		this.total = limit.total();
		this.remaining = limit.remaining();
		this.resetAtMillis = now() + limit.resetAfter().toMillis();
		if (limit.maxConcurrency() != this.maxConcurrency) {
			divideAnew(limit.maxConcurrency());
		}
	}

	private void divideAnew(int newMaxConcurrency) {
		List<Bucket> old = new ArrayList<>(this.buckets.values());
		this.buckets.clear();
		this.maxConcurrency = newMaxConcurrency;
		for (Bucket bucket : old) {
			bucket.cancelTimer();
			bucket.retired = true;
			this.retiredGrants += bucket.granted ? 1 : 0;
			this.restUntilMillis = Math.max(this.restUntilMillis, bucket.restUntilMillis);
			bucket.waiters.forEach((waiter) -> bucketOf(waiter.shard).waiters.add(waiter));
		}
	}

	private Bucket bucketOf(ShardId shard) {
		return this.buckets.computeIfAbsent(shard.id() % this.maxConcurrency, (key) -> new Bucket());
	}

	private void forget(Waiter waiter) {
		Permit granted;
		synchronized (this) {
			waiter.cancelled = true;
			granted = waiter.permit;
			this.buckets.values().forEach((bucket) -> bucket.waiters.remove(waiter));
		}
		if (granted != null) {
			// Cancelled between the grant and its delivery.
			granted.giveBack();
		}
	}

	/** Grants what can be granted now, and sets timers for what cannot. */
	private void serve() {
		List<Runnable> grants = new ArrayList<>();
		synchronized (this) {
			long now = now();
			if (now >= this.resetAtMillis) {
				this.remaining = this.total;
				this.resetAtMillis = now + Duration.ofDays(1).toMillis();
			}
			for (Iterator<Bucket> iterator = this.buckets.values().iterator(); iterator.hasNext();) {
				Bucket bucket = iterator.next();
				if (bucket.waiters.isEmpty() && !bucket.granted && now >= bucket.restUntilMillis) {
					bucket.cancelTimer();
					iterator.remove();
					continue;
				}
				serve(bucket, now, grants);
			}
		}
		grants.forEach(Runnable::run);
	}

	private void serve(Bucket bucket, long now, List<Runnable> grants) {
		if (bucket.granted || bucket.waiters.isEmpty() || this.retiredGrants > 0) {
			return;
		}
		boolean budgetSpent = this.remaining - this.promised <= 0;
		long restedMillis = Math.max(bucket.restUntilMillis, this.restUntilMillis);
		long dueMillis = budgetSpent ? Math.max(restedMillis, this.resetAtMillis) : restedMillis;
		if (now < dueMillis) {
			if (budgetSpent && this.reportedResetMillis != this.resetAtMillis) {
				this.reportedResetMillis = this.resetAtMillis;
				logger.warn("The day's budget of " + this.total + " identifies is spent: shard "
						+ bucket.waiters.element().shard + " waits " + Duration.ofMillis(dueMillis - now)
						+ " until it is reset");
			}
			bucket.cancelTimer();
			bucket.timer = this.scheduler.schedule(this::serve, dueMillis - now, TimeUnit.MILLISECONDS);
			return;
		}
		Waiter waiter = bucket.waiters.remove();
		bucket.granted = true;
		this.promised++;
		Permit permit = new Permit(bucket);
		waiter.permit = permit;
		MonoSink<IdentifyPermit> sink = Objects.requireNonNull(waiter.sink);
		grants.add(() -> sink.success(permit));
	}

	private long now() {
		return this.scheduler.now(TimeUnit.MILLISECONDS);
	}

	/** Shards that share one window. */
	private static final class Bucket {

		private final PriorityQueue<Waiter> waiters = new PriorityQueue<>(
				Comparator.comparing((Waiter waiter) -> waiter.shard));

		private boolean granted;

		private boolean retired;

		private long restUntilMillis = Long.MIN_VALUE;

		private @Nullable Disposable timer;

		private void cancelTimer() {
			if (this.timer != null) {
				this.timer.dispose();
				this.timer = null;
			}
		}

	}

	private static final class Waiter {

		private final ShardId shard;

		private @Nullable MonoSink<IdentifyPermit> sink;

		private @Nullable Permit permit;

		private boolean cancelled;

		private Waiter(ShardId shard) {
			this.shard = shard;
		}

	}

	private final class Permit implements IdentifyPermit {

		private final AtomicBoolean settled = new AtomicBoolean();

		private final Bucket bucket;

		private Permit(Bucket bucket) {
			this.bucket = bucket;
		}

		@Override
		public void spent() {
			settle(true);
		}

		@Override
		public void giveBack() {
			settle(false);
		}

		private void settle(boolean spent) {
			if (!this.settled.compareAndSet(false, true)) {
				return;
			}
			InMemoryIdentifyQueue queue = InMemoryIdentifyQueue.this;
			synchronized (queue) {
				this.bucket.granted = false;
				queue.promised--;
				queue.retiredGrants -= this.bucket.retired ? 1 : 0;
				if (spent) {
					queue.remaining--;
					long restUntil = queue.now() + queue.windowMillis;
					if (this.bucket.retired) {
						queue.restUntilMillis = Math.max(queue.restUntilMillis, restUntil);
					}
					else {
						this.bucket.restUntilMillis = restUntil;
					}
				}
			}
			queue.serve();
		}

	}

}
