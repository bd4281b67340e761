package io.github.discordgateway.internal.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.identify.IdentifyPacer;
import io.github.discordgateway.identify.IdentifyPermit;
import io.github.discordgateway.identify.IdentifyReserve;
import io.github.discordgateway.identify.SessionStartLimit;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * Paces the shards of all nodes. Each node asks for all of its shards that wait together,
 * and Redis says when it makes sense to ask again: who would be refused is not heard from
 * in between. (A queue in Redis that calls the next one would keep the order exactly, but
 * has to notice that the called one is dead.)
 */
public final class RedisIdentifyPacer implements IdentifyPacer, AutoCloseable {

	/** So many buckets may have one of this node's shards in one question. */
	private static final int MAX_ASKED = 160;

	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

	/** How long what nobody renews is kept. */
	private static final String KEPT_MILLIS = String.valueOf(LeaseTable.KEPT.toMillis());

	private static final Log logger = LogFactory.getLog(RedisIdentifyPacer.class);

	private final RedisAccess redis;

	private final Scheduler scheduler;

	private final Duration window;

	private final IdentifyReserve reserve;

	private final String node = UUID.randomUUID().toString();

	private final TreeSet<Waiter> waiters = new TreeSet<>(
			Comparator.comparing((Waiter waiter) -> waiter.shard).thenComparing((waiter) -> waiter.number));

	private final Disposable.Swap timer = Disposables.swap();

	/** What prolongs the permits that are out. */
	private final Disposable.Composite prolonging = Disposables.composite();

	private long entered;

	private SessionStartLimit limit = SessionStartLimit.DEFAULT;

	/** The buckets that Redis has refused, until it is asked again. */
	private Set<Integer> refused = Set.of();

	private boolean asking;

	private boolean askAgain;

	private boolean failing;

	private boolean closed;

	/**
	 * Makes a pacer, which connects when it is used.
	 * @param redis where the permits are
	 * @param scheduler its timer
	 * @param window the pause between two IDENTIFYs of one bucket
	 * @param reserve the identifies that are never spent
	 */
	public RedisIdentifyPacer(RedisAccess redis, Scheduler scheduler, Duration window, IdentifyReserve reserve) {
		this.redis = redis;
		this.scheduler = scheduler;
		this.window = window;
		this.reserve = reserve;
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
		boolean late;
		boolean inVain;
		synchronized (this) {
			if (waiter.cancelled) {
				return;
			}
			late = this.closed;
			inVain = this.refused.contains(bucketOf(waiter));
			if (!late) {
				waiter.sink = sink;
				waiter.number = this.entered++;
				this.waiters.add(waiter);
			}
		}
		if (late) {
			sink.error(closedException());
		}
		else if (!inVain) {
			ask();
		}
	}

	private int bucketOf(Waiter waiter) {
		return waiter.shard.number() % this.limit.maxConcurrency();
	}

	private void forget(Waiter waiter) {
		Permit unused;
		synchronized (this) {
			waiter.cancelled = true;
			this.waiters.remove(waiter);
			unused = waiter.permit;
		}
		if (unused != null) {
			unused.giveBack();
		}
	}

	@Override
	public void setMaxConcurrency(int maxConcurrency) {
		SessionStartLimit known;
		synchronized (this) {
			known = this.limit;
		}
		update(new SessionStartLimit(known.total(), known.remaining(), known.resetAfter(), maxConcurrency));
	}

	@Override
	public void update(SessionStartLimit fresh) {
		synchronized (this) {
			this.limit = fresh;
			this.refused = Set.of();
		}
		this.redis
			.run(RedisScript.LIMIT,
					List.of(this.redis.keys().identify("max-concurrency"), this.redis.keys().identify("left"),
							this.redis.keys().identify("pause")),
					List.of(String.valueOf(fresh.maxConcurrency()), String.valueOf(fresh.remaining()),
							String.valueOf(Math.max(fresh.resetAfter().toMillis(), 1)),
							String.valueOf(this.window.toMillis()), KEPT_MILLIS, this.redis.keys().identify("bucket:")))
			.subscribe((done) -> ask(), (failure) -> logger
				.warn("Other nodes do not learn what Discord says of identifies. " + RedisAccess.describe(failure)));
	}

	// Asking

	private void ask() {
		List<Waiter> asked;
		synchronized (this) {
			if (this.closed || this.waiters.isEmpty()) {
				return;
			}
			if (this.asking) {
				this.askAgain = true;
				return;
			}
			this.asking = true;
			this.askAgain = false;
			this.refused = Set.of();
			asked = firstOfEachBucket();
		}
		this.timer.update(Disposables.disposed());
		List<String> arguments = new ArrayList<>(
				List.of(this.node, String.valueOf(this.window.toMillis()), String.valueOf(this.limit.maxConcurrency()),
						String.valueOf(this.reserve.of(this.limit.total())), this.redis.keys().identify("bucket:")));
		asked.forEach((waiter) -> arguments.add(String.valueOf(waiter.shard.number())));
		this.redis
			.run(RedisScript.PERMIT,
					List.of(this.redis.keys().identify("max-concurrency"), this.redis.keys().identify("left"),
							this.redis.keys().identify("pause"), this.redis.keys().identify("waiting")),
					arguments)
			.subscribe((answer) -> answered(asked, answer), this::failed);
	}

	private List<Waiter> firstOfEachBucket() {
		Set<Integer> buckets = new HashSet<>();
		List<Waiter> first = new ArrayList<>();
		for (Waiter waiter : this.waiters) {
			if (buckets.add(bucketOf(waiter))) {
				first.add(waiter);
			}
			if (buckets.size() == this.limit.maxConcurrency() || first.size() == MAX_ASKED) {
				break;
			}
		}
		return first;
	}

	private void answered(List<Waiter> asked, List<String> answer) {
		List<Waiter> granted = new ArrayList<>();
		List<Permit> unwanted = new ArrayList<>();
		synchronized (this) {
			for (int i = 1; i + 1 < answer.size(); i += 2) {
				int shard = Integer.parseInt(answer.get(i));
				Permit permit = new Permit(answer.get(i + 1));
				Waiter waiter = asked.stream().filter((one) -> one.shard.number() == shard).findFirst().orElse(null);
				if (waiter != null && this.waiters.remove(waiter)) {
					waiter.permit = permit;
					granted.add(waiter);
				}
				else {
					unwanted.add(permit);
				}
			}
			this.refused = asked.stream()
				.filter((waiter) -> waiter.permit == null)
				.map(this::bucketOf)
				.collect(Collectors.toSet());
			if (this.failing) {
				this.failing = false;
				logger.info("Redis answers again: shards may identify");
			}
		}
		unwanted.forEach(Permit::giveBack);
		granted.forEach(Waiter::deliver);
		again(Duration.ofMillis(Long.parseLong(answer.get(0))), !unwanted.isEmpty());
	}

	private void failed(Throwable failure) {
		synchronized (this) {
			if (!this.failing) {
				this.failing = true;
				logger.warn("No shard identifies, since it is not known whose turn it is. "
						+ RedisAccess.describe(failure));
			}
		}
		again(PAUSE_AFTER_FAILURE, false);
	}

	private void again(Duration pause, boolean now) {
		boolean immediately;
		synchronized (this) {
			this.asking = false;
			immediately = now || this.askAgain;
			if (!immediately && !this.closed && !this.waiters.isEmpty()) {
				this.timer
					.update(this.scheduler.schedule(this::ask, Math.max(pause.toMillis(), 1), TimeUnit.MILLISECONDS));
			}
		}
		if (immediately) {
			ask();
		}
	}

	/** Ends the timer. Who waits gets an error, and so does who comes later. */
	@Override
	public void close() {
		List<Waiter> left;
		synchronized (this) {
			this.closed = true;
			left = List.copyOf(this.waiters);
			this.waiters.clear();
		}
		this.timer.dispose();
		this.prolonging.dispose();
		left.forEach(Waiter::refuse);
	}

	private static IllegalStateException closedException() {
		return new IllegalStateException("Nobody identifies any more: the pacer is closed");
	}

	private static final class Waiter {

		private final ShardId shard;

		private long number;

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

	/** A permit that is out, whose bucket is kept for as long as this process lives. */
	private final class Permit implements IdentifyPermit {

		private final String bucket;

		private final AtomicBoolean settled = new AtomicBoolean();

		private final Disposable kept;

		private Permit(String bucket) {
			this.bucket = bucket;
			long period = Math.max(RedisIdentifyPacer.this.window.toMillis() / 4, 1);
			this.kept = RedisIdentifyPacer.this.scheduler.schedulePeriodically(
					() -> settle("kept").subscribe(null,
							(failure) -> logger.debug("A permit is not prolonged: " + failure)),
					period, period, TimeUnit.MILLISECONDS);
			RedisIdentifyPacer.this.prolonging.add(this.kept);
		}

		private Mono<List<String>> settle(String what) {
			RedisIdentifyPacer pacer = RedisIdentifyPacer.this;
			return pacer.redis.run(RedisScript.SETTLE_PERMIT, List.of(this.bucket, pacer.redis.keys().identify("left")),
					List.of(pacer.node, String.valueOf(pacer.window.toMillis()), what));
		}

		@Override
		public void spent() {
			end("spent");
		}

		@Override
		public void giveBack() {
			end("returned");
		}

		private void end(String what) {
			if (this.settled.compareAndSet(false, true)) {
				this.kept.dispose();
				RedisIdentifyPacer.this.prolonging.remove(this.kept);
				settle(what).subscribe((done) -> ask(), (failure) -> logger
					.warn("That a permit to identify was " + what + " is not told. " + RedisAccess.describe(failure)));
			}
		}

	}

}
