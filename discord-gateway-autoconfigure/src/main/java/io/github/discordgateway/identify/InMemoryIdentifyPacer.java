package io.github.discordgateway.identify;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * Paces the shards of this process.
 *
 * <p>
 * A bucket rests from the moment that its IDENTIFY was written: counting from the grant
 * would let two of them arrive too close together when the first was delayed.
 */
public final class InMemoryIdentifyPacer implements IdentifyPacer, AutoCloseable {

	private final Scheduler scheduler;

	private final MonotonicClock clock;

	private final long window;

	private final Map<Integer, Bucket> buckets = new HashMap<>();

	/** Whose permits are on their way. */
	private final Queue<Waiter> granted = new ArrayDeque<>();

	private final DrainLoop serving = new DrainLoop(this::deliver);

	private final Disposable.Swap timer = Disposables.swap();

	private int maxConcurrency = 1;

	/**
	 * Permits that are out since before the buckets were divided anew. Which of the new
	 * buckets they belong to is unknown, so that all of them wait.
	 */
	private int retiredGrants;

	/** Until when all buckets rest, because of IDENTIFYs of an earlier division. */
	private long restUntil;

	private boolean closed;

	/**
	 * Makes a pacer that measures with {@link System#nanoTime()}.
	 * @param scheduler its timer
	 * @param window the pause between two IDENTIFYs of one bucket
	 */
	public InMemoryIdentifyPacer(Scheduler scheduler, Duration window) {
		this(scheduler, window, System::nanoTime);
	}

	/**
	 * Makes a pacer.
	 * @param scheduler its timer
	 * @param window the pause between two IDENTIFYs of one bucket
	 * @param nanoTime its clock, which is as fast as the timer and never set: nanoseconds
	 * since any moment
	 */
	public InMemoryIdentifyPacer(Scheduler scheduler, Duration window, LongSupplier nanoTime) {
		this.scheduler = scheduler;
		this.clock = new MonotonicClock(nanoTime);
		this.window = MonotonicClock.nanos(window);
	}

	@Override
	public Mono<IdentifyPermit> acquire(ShardId shard) {
		return Mono.defer(() -> {
			Waiter waiter = new Waiter(shard);
			// Not the sink's onCancel: it is silent once a permit was handed in, even
			// when the subscriber has left before it arrived.
			return Mono.<IdentifyPermit>create((sink) -> enter(waiter, sink)).doOnCancel(() -> forget(waiter));
		});
	}

	private void enter(Waiter waiter, MonoSink<IdentifyPermit> sink) {
		boolean refused;
		synchronized (this) {
			if (waiter.cancelled) {
				return;
			}
			waiter.sink = sink;
			refused = this.closed;
			if (!refused) {
				bucketOf(waiter.shard).waiters.add(waiter);
			}
		}
		if (refused) {
			sink.error(closedException());
			return;
		}
		this.serving.run();
	}

	@Override
	public void setMaxConcurrency(int maxConcurrency) {
		synchronized (this) {
			int wanted = Math.max(maxConcurrency, 1);
			if (wanted == this.maxConcurrency) {
				return;
			}
			divideAnew(wanted);
		}
		this.serving.run();
	}

	private void divideAnew(int newMaxConcurrency) {
		List<Bucket> old = new ArrayList<>(this.buckets.values());
		this.buckets.clear();
		this.maxConcurrency = newMaxConcurrency;
		for (Bucket bucket : old) {
			bucket.retired = true;
			this.retiredGrants += bucket.permitOut ? 1 : 0;
			this.restUntil = Math.max(this.restUntil, bucket.restUntil);
			bucket.waiters.forEach((waiter) -> bucketOf(waiter.shard).waiters.add(waiter));
		}
	}

	private Bucket bucketOf(ShardId shard) {
		return this.buckets.computeIfAbsent(shard.number() % this.maxConcurrency, (key) -> new Bucket());
	}

	private void forget(Waiter waiter) {
		Permit unused;
		synchronized (this) {
			waiter.cancelled = true;
			unused = waiter.permit;
			Bucket bucket = this.buckets.get(waiter.shard.number() % this.maxConcurrency);
			if (bucket != null) {
				bucket.waiters.remove(waiter);
			}
		}
		if (unused != null) {
			// Cancelled between the grant and its delivery.
			unused.giveBack();
		}
	}

	private void deliver() {
		Waiter next;
		while ((next = nextGranted()) != null) {
			next.deliver();
		}
	}

	private synchronized @Nullable Waiter nextGranted() {
		if (this.granted.isEmpty() && !this.closed) {
			grant();
		}
		return this.granted.poll();
	}

	/** Grants what can be granted now, and sets the timer for the next that cannot. */
	private void grant() {
		long now = this.clock.now();
		long nextDue = Long.MAX_VALUE;
		for (Iterator<Bucket> iterator = this.buckets.values().iterator(); iterator.hasNext();) {
			Bucket bucket = iterator.next();
			long due = Math.max(bucket.restUntil, this.restUntil);
			if (bucket.permitOut || (bucket.waiters.isEmpty() && now < due)) {
				continue;
			}
			if (bucket.waiters.isEmpty()) {
				iterator.remove();
			}
			else if (this.retiredGrants == 0 && now >= due) {
				Waiter waiter = bucket.waiters.remove();
				bucket.permitOut = true;
				waiter.permit = new Permit(bucket);
				this.granted.add(waiter);
			}
			else if (this.retiredGrants == 0) {
				nextDue = Math.min(nextDue, due);
			}
		}
		if (nextDue != Long.MAX_VALUE) {
			this.timer.update(this.scheduler.schedule(this.serving::run, nextDue - now, TimeUnit.NANOSECONDS));
		}
	}

	private void settle(Bucket bucket, boolean spent) {
		synchronized (this) {
			bucket.permitOut = false;
			this.retiredGrants -= bucket.retired ? 1 : 0;
			if (spent) {
				long until = this.clock.now() + this.window;
				bucket.restUntil = until;
				this.restUntil = bucket.retired ? Math.max(this.restUntil, until) : this.restUntil;
			}
		}
		this.serving.run();
	}

	/** Ends the timer. Who waits gets an error, and so does who comes later. */
	@Override
	public void close() {
		List<Waiter> waiters = new ArrayList<>();
		synchronized (this) {
			this.closed = true;
			this.buckets.values().forEach((bucket) -> waiters.addAll(bucket.waiters));
			this.buckets.clear();
		}
		this.timer.dispose();
		waiters.forEach(Waiter::refuse);
	}

	private static IllegalStateException closedException() {
		return new IllegalStateException("Nobody identifies any more: the pacer is closed");
	}

	/** Shards that share one window. */
	private static final class Bucket {

		private final PriorityQueue<Waiter> waiters = new PriorityQueue<>(
				Comparator.comparing((Waiter waiter) -> waiter.shard));

		private boolean permitOut;

		private boolean retired;

		private long restUntil;

	}

	private static final class Waiter {

		private final ShardId shard;

		private @Nullable MonoSink<IdentifyPermit> sink;

		private @Nullable Permit permit;

		private boolean cancelled;

		private Waiter(ShardId shard) {
			this.shard = shard;
		}

		private void deliver() {
			if (this.sink != null && this.permit != null) {
				this.sink.success(this.permit);
			}
		}

		private void refuse() {
			if (this.sink != null) {
				this.sink.error(closedException());
			}
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
			if (this.settled.compareAndSet(false, true)) {
				InMemoryIdentifyPacer.this.settle(this.bucket, spent);
			}
		}

	}

}
