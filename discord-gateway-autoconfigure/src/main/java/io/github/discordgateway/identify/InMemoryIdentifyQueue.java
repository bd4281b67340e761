package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.github.discordgateway.protocol.ShardId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

import org.springframework.boot.convert.DurationStyle;

/**
 * The permits of all shards in this process.
 *
 * <p>
 * Shards are divided into buckets by {@code shard_id % max_concurrency}. A bucket has at
 * most one permit out, and rests for the window from the moment that the IDENTIFY was
 * written: counting from the grant would let two of them arrive too close together when
 * the first was delayed. Waiters of a bucket are served by shard id, so that the shards
 * start in the order that Discord asks for. When all but the reserve of the day's budget
 * is spent, all buckets rest until it is reset; as the budget runs low, Discord is asked
 * for fresh figures. A bot that is started too often identifies later with each start.
 */
public final class InMemoryIdentifyQueue implements IdentifyQueue, AutoCloseable {

	/** The pause between two IDENTIFYs of one bucket, as Discord documents it. */
	public static final Duration DEFAULT_WINDOW = Duration.ofSeconds(5);

	/**
	 * Added to the window, because the two IDENTIFYs may take a different time to arrive.
	 */
	public static final Duration DEFAULT_SLACK = Duration.ofMillis(250);

	/**
	 * The budget is low when it allows for no more than this many starts of each shard.
	 */
	private static final int STARTS_OF_A_LOW_BUDGET = 2;

	private static final Log logger = LogFactory.getLog(InMemoryIdentifyQueue.class);

	private final Scheduler scheduler;

	private final long windowMillis;

	private final DailyBudget budget;

	private final StartBrake brake;

	private final LimitRefresh refresh;

	private final Map<Integer, Bucket> buckets = new HashMap<>();

	private final Set<ShardId> knownShards = new HashSet<>();

	private int maxConcurrency = 1;

	/**
	 * Permits that are out since before the buckets were divided anew. Which of the new
	 * buckets they belong to is unknown, so that all of them wait.
	 */
	private int retiredGrants;

	/** Until when all buckets rest, because of IDENTIFYs of an earlier division. */
	private long restUntilMillis = Long.MIN_VALUE;

	/** Whether it was reported that nothing but the reserve is left. */
	private boolean spentReported;

	/**
	 * Makes a queue with Discord's window, some slack and a reserve, for one process that
	 * does not know of earlier ones.
	 * @param scheduler its clock and timer
	 */
	public InMemoryIdentifyQueue(Scheduler scheduler) {
		this(scheduler, DEFAULT_WINDOW.plus(DEFAULT_SLACK), IdentifyReserve.DEFAULT, StartHistory.ofThisProcess(),
				Mono::empty);
	}

	/**
	 * Makes a queue that keeps no reserve.
	 * @param scheduler its clock and timer
	 * @param window the pause between two IDENTIFYs of one bucket
	 */
	public InMemoryIdentifyQueue(Scheduler scheduler, Duration window) {
		this(scheduler, window, IdentifyReserve.NONE, StartHistory.ofThisProcess(), Mono::empty);
	}

	/**
	 * Makes a queue.
	 * @param scheduler its clock and timer
	 * @param window the pause between two IDENTIFYs of one bucket
	 * @param reserve the identifies that are never spent
	 * @param history when the bot was started and had to identify
	 * @param freshLimit asks Discord for fresh figures, which is done when the budget
	 * runs low, at most once a minute; may be empty
	 */
	public InMemoryIdentifyQueue(Scheduler scheduler, Duration window, IdentifyReserve reserve, StartHistory history,
			Supplier<Mono<SessionStartLimit>> freshLimit) {
		this.scheduler = scheduler;
		this.windowMillis = window.toMillis();
		this.budget = new DailyBudget(reserve);
		this.brake = new StartBrake(history);
		this.refresh = new LimitRefresh(scheduler, freshLimit, this::update, this::serve);
		this.budget.apply(SessionStartLimit.DEFAULT, now());
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
			waiter.sinceMillis = now();
			this.budget.resetWhenDue(waiter.sinceMillis);
			this.brake.wantsToIdentify(waiter.sinceMillis, waiter.shard.total(), this.budget);
			this.knownShards.add(waiter.shard);
			bucketOf(waiter.shard).waiters.add(waiter);
		}
		serve();
	}

	@Override
	public void update(SessionStartLimit limit) {
		synchronized (this) {
			this.budget.apply(limit, now());
			if (limit.maxConcurrency() != this.maxConcurrency) {
				divideAnew(limit.maxConcurrency());
			}
		}
		this.refresh.done();
		serve();
	}

	@Override
	public synchronized IdentifyBudget budget() {
		long now = now();
		this.budget.resetWhenDue(now);
		LongSummaryStatistics waiting = this.buckets.values()
			.stream()
			.flatMap((bucket) -> bucket.waiters.stream())
			.mapToLong((waiter) -> now - waiter.sinceMillis)
			.summaryStatistics();
		return new IdentifyBudget(this.budget.total(), this.budget.remaining(), this.budget.reserve(),
				Duration.ofMillis(this.budget.resetAtMillis() - now), (int) waiting.getCount(),
				Duration.ofMillis(Math.max(waiting.getMax(), 0)),
				Duration.ofMillis(Math.max(this.brake.untilMillis(), now) - now));
	}

	/** Ends what is still scheduled. Who waits gets no permit any more. */
	@Override
	public void close() {
		this.refresh.close();
		synchronized (this) {
			this.buckets.values().forEach(Bucket::cancelTimer);
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
		boolean figuresNeeded;
		boolean somebodyWaits;
		synchronized (this) {
			long now = now();
			this.budget.resetWhenDue(now);
			for (Iterator<Bucket> iterator = this.buckets.values().iterator(); iterator.hasNext();) {
				Bucket bucket = iterator.next();
				if (bucket.waiters.isEmpty() && !bucket.granted && now >= bucket.restUntilMillis) {
					bucket.cancelTimer();
					iterator.remove();
					continue;
				}
				serve(bucket, now, grants);
			}
			figuresNeeded = this.budget.isAssumed()
					|| this.budget.available() <= STARTS_OF_A_LOW_BUDGET * this.knownShards.size();
			somebodyWaits = this.buckets.values().stream().anyMatch((bucket) -> !bucket.waiters.isEmpty());
		}
		grants.forEach(Runnable::run);
		if (figuresNeeded) {
			this.refresh.request(somebodyWaits);
		}
	}

	private void serve(Bucket bucket, long now, List<Runnable> grants) {
		if (bucket.granted || bucket.waiters.isEmpty() || this.retiredGrants > 0) {
			return;
		}
		boolean budgetSpent = this.budget.available() <= 0;
		long dueMillis = Math.max(Math.max(bucket.restUntilMillis, this.restUntilMillis), this.brake.untilMillis());
		if (budgetSpent) {
			dueMillis = Math.max(dueMillis, this.budget.resetAtMillis());
			reportSpent(bucket.waiters.element().shard, Duration.ofMillis(dueMillis - now));
		}
		if (now < dueMillis) {
			bucket.cancelTimer();
			bucket.timer = this.scheduler.schedule(this::serve, dueMillis - now, TimeUnit.MILLISECONDS);
			return;
		}
		Waiter waiter = bucket.waiters.remove();
		bucket.granted = true;
		this.spentReported = false;
		this.budget.promise();
		Permit permit = new Permit(bucket);
		waiter.permit = permit;
		MonoSink<IdentifyPermit> sink = Objects.requireNonNull(waiter.sink);
		grants.add(() -> sink.success(permit));
	}

	private void reportSpent(ShardId shard, Duration wait) {
		if (!this.spentReported) {
			this.spentReported = true;
			logger.warn("The day's budget of " + this.budget.total() + " identifies is spent, but for a reserve of "
					+ this.budget.reserve() + ": shard " + shard + " waits "
					+ DurationStyle.SIMPLE.print(wait, ChronoUnit.SECONDS) + " until it is reset");
		}
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

		private long sinceMillis;

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
				queue.budget.settle(spent);
				queue.retiredGrants -= this.bucket.retired ? 1 : 0;
				if (spent) {
					queue.brake.identified(queue.now());
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
