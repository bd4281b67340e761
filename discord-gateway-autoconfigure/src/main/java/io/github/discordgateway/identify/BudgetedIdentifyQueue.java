package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.session.StartHistory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.convert.DurationStyle;

/**
 * Spends the day's identifies with care, over any {@link IdentifyPacer}.
 *
 * <p>
 * A shard first waits here until the budget has one for it, by shard id, and then for its
 * turn in the pacer, so that nobody keeps a turn while he waits for the budget. When all
 * but the reserve is spent, all wait for the reset; as the budget runs low, Discord is
 * asked for fresh figures. A bot that crashes too often identifies later with each start.
 */
public final class BudgetedIdentifyQueue implements IdentifyQueue, AutoCloseable {

	/**
	 * The budget is low when it allows for no more than this many starts of each shard.
	 */
	private static final int STARTS_OF_A_LOW_BUDGET = 2;

	/** What a stop waits for the history of starts. */
	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

	private static final Log logger = LogFactory.getLog(BudgetedIdentifyQueue.class);

	private final IdentifyPacer pacer;

	private final Scheduler scheduler;

	private final MonotonicClock clock;

	private final DailyBudget budget;

	private final StartBrake brake;

	private final LimitRefresh refresh;

	private final KnownShards knownShards = new KnownShards();

	/** Who waits for the budget. */
	private final TreeSet<Waiter> held = new TreeSet<>();

	/** Who has a promise of the budget, and waits for his turn. */
	private final TreeSet<Waiter> paced = new TreeSet<>();

	private final DrainLoop admitting = new DrainLoop(this::admit);

	private final Disposable.Swap timer = Disposables.swap();

	private final Disposable.Swap judgement = Disposables.swap();

	private long waiterNumber;

	/** Whether it was reported that nothing but the reserve is left. */
	private boolean spentReported;

	private boolean closed;

	/**
	 * Makes a queue that measures with {@link System#nanoTime()}.
	 * @param pacer whose turn it is
	 * @param scheduler its timer
	 * @param reserve the identifies that are never spent
	 * @param history when the bot was started and had to identify
	 * @param freshLimit asks Discord for fresh figures, which is done when the budget
	 * runs low, at most once a minute; may be empty
	 */
	public BudgetedIdentifyQueue(IdentifyPacer pacer, Scheduler scheduler, IdentifyReserve reserve,
			StartHistory history, Supplier<Mono<SessionStartLimit>> freshLimit) {
		this(pacer, scheduler, reserve, history, freshLimit, System::nanoTime, InstantSource.system());
	}

	/**
	 * Makes a queue.
	 * @param pacer whose turn it is
	 * @param scheduler its timer
	 * @param reserve the identifies that are never spent
	 * @param history when the bot was started and had to identify
	 * @param freshLimit asks Discord for fresh figures, which is done when the budget
	 * runs low, at most once a minute; may be empty
	 * @param nanoTime its clock, which is as fast as the timer and never set: nanoseconds
	 * since any moment
	 * @param wallClock what the history is compared by
	 */
	public BudgetedIdentifyQueue(IdentifyPacer pacer, Scheduler scheduler, IdentifyReserve reserve,
			StartHistory history, Supplier<Mono<SessionStartLimit>> freshLimit, LongSupplier nanoTime,
			InstantSource wallClock) {
		this.pacer = pacer;
		this.scheduler = scheduler;
		this.clock = new MonotonicClock(nanoTime);
		this.budget = new DailyBudget(reserve);
		this.brake = new StartBrake(history, wallClock, scheduler);
		this.refresh = new LimitRefresh(scheduler, this.clock, freshLimit, this::update, this.admitting::run);
		this.budget.apply(SessionStartLimit.DEFAULT, this.clock.now());
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
		boolean first = false;
		synchronized (this) {
			if (waiter.cancelled) {
				return;
			}
			waiter.sink = sink;
			waiter.since = this.clock.now();
			waiter.number = this.waiterNumber++;
			refused = this.closed;
			if (!refused) {
				this.knownShards.add(waiter.shard);
				this.held.add(waiter);
				first = this.brake.isFirst();
			}
		}
		if (refused) {
			sink.error(closedException());
			return;
		}
		if (first) {
			int shards = waiter.shard.total();
			this.judgement.update(this.brake.earlierStarts().subscribe((earlier) -> {
				synchronized (this) {
					long now = this.clock.now();
					this.budget.resetWhenDue(now);
					this.brake.judge(earlier, now, shards, this.budget);
				}
				this.admitting.run();
			}));
		}
		this.admitting.run();
	}

	@Override
	public void update(SessionStartLimit limit) {
		List<Disposable> recalled = new ArrayList<>();
		synchronized (this) {
			this.budget.apply(limit, this.clock.now());
			while (this.budget.available() < 0 && !this.paced.isEmpty()) {
				Waiter last = this.paced.last();
				recalled.add(last.turn);
				hold(last);
			}
		}
		recalled.forEach(Disposable::dispose);
		this.refresh.done();
		this.pacer.setMaxConcurrency(limit.maxConcurrency());
		this.admitting.run();
	}

	@Override
	public synchronized IdentifyBudget budget() {
		long now = this.clock.now();
		this.budget.resetWhenDue(now);
		long longest = Stream.concat(this.held.stream(), this.paced.stream())
			.mapToLong((waiter) -> now - waiter.since)
			.max()
			.orElse(0);
		return new IdentifyBudget(this.budget.total(), this.budget.remaining(), this.budget.reserve(),
				Duration.ofNanos(this.budget.resetAt() - now), this.held.size() + this.paced.size(),
				Duration.ofNanos(longest), Duration.ofNanos(Math.max(this.brake.until() - now, 0)));
	}

	/** Lets those go on to the pacer for whom there is something in the budget. */
	private void admit() {
		Waiter next;
		while ((next = nextAdmitted()) != null) {
			Waiter admitted = next;
			turn(admitted).update(Mono.defer(() -> this.pacer.acquire(admitted.shard))
				.switchIfEmpty(Mono.error(() -> new IllegalStateException(
						"The pacer ended without a permit for shard " + admitted.shard)))
				.subscribe((turn) -> grant(admitted, turn), (ex) -> fail(admitted, ex)));
		}
		boolean figuresNeeded;
		boolean somebodyWaits;
		synchronized (this) {
			figuresNeeded = !this.closed && (this.budget.isAssumed()
					|| this.budget.available() <= STARTS_OF_A_LOW_BUDGET * this.knownShards.count());
			somebodyWaits = !this.held.isEmpty() || !this.paced.isEmpty();
		}
		if (figuresNeeded) {
			this.refresh.request(somebodyWaits);
		}
	}

	private synchronized Disposable.Swap turn(Waiter waiter) {
		return waiter.turn;
	}

	private synchronized @Nullable Waiter nextAdmitted() {
		long now = this.clock.now();
		this.budget.resetWhenDue(now);
		if (this.held.isEmpty() || !this.brake.isJudged()) {
			return null;
		}
		Waiter first = this.held.first();
		long due = this.brake.until();
		if (this.budget.available() <= 0) {
			due = Math.max(due, this.budget.resetAt());
			reportSpent(first.shard, Duration.ofNanos(due - now));
		}
		if (now < due) {
			this.timer.update(this.scheduler.schedule(this.admitting::run, due - now, TimeUnit.NANOSECONDS));
			return null;
		}
		this.spentReported = false;
		this.budget.promise();
		this.held.remove(first);
		this.paced.add(first);
		return first;
	}

	private void reportSpent(ShardId shard, Duration wait) {
		if (!this.spentReported) {
			this.spentReported = true;
			logger.warn("The day's budget of " + this.budget.total() + " identifies is spent, but for a reserve of "
					+ this.budget.reserve() + ": shard " + shard + " waits "
					+ DurationStyle.SIMPLE.print(wait, ChronoUnit.SECONDS) + " until it is reset");
		}
	}

	/** Takes back a promise: the waiter waits for the budget again. */
	private void hold(Waiter waiter) {
		this.paced.remove(waiter);
		this.budget.settle(false);
		waiter.turn = Disposables.swap();
		this.held.add(waiter);
	}

	private void grant(Waiter waiter, IdentifyPermit turn) {
		Permit granted = null;
		synchronized (this) {
			if (this.paced.contains(waiter)) {
				if (this.budget.available() < 0) {
					hold(waiter);
				}
				else {
					this.paced.remove(waiter);
					granted = new Permit(turn);
					waiter.permit = granted;
				}
			}
		}
		if (granted != null && waiter.sink != null) {
			waiter.sink.success(granted);
			return;
		}
		turn.giveBack();
		this.admitting.run();
	}

	private void fail(Waiter waiter, Throwable problem) {
		synchronized (this) {
			if (!this.paced.remove(waiter)) {
				return;
			}
			this.budget.settle(false);
		}
		waiter.fail(problem);
		this.admitting.run();
	}

	private void forget(Waiter waiter) {
		Permit unused;
		Disposable turn;
		synchronized (this) {
			waiter.cancelled = true;
			unused = waiter.permit;
			turn = waiter.turn;
			this.held.remove(waiter);
			if (this.paced.remove(waiter)) {
				this.budget.settle(false);
			}
		}
		turn.dispose();
		if (unused != null) {
			// Cancelled between the grant and its delivery.
			unused.giveBack();
		}
		this.admitting.run();
	}

	/**
	 * Ends what is still scheduled, as part of a stop in good order: this start does not
	 * count as a crash. Who waits gets an error, and so does who comes later. Waits up to
	 * two seconds for the history of starts, unless the calling thread must not block.
	 */
	@Override
	public void close() {
		List<Waiter> waiters;
		Mono<Void> recorded;
		synchronized (this) {
			if (this.closed) {
				return;
			}
			this.closed = true;
			recorded = this.brake.stopped();
			waiters = Stream.concat(this.held.stream(), this.paced.stream()).toList();
			this.held.clear();
			this.paced.clear();
		}
		this.refresh.close();
		this.timer.dispose();
		this.judgement.dispose();
		waiters.forEach((waiter) -> {
			turn(waiter).dispose();
			waiter.fail(closedException());
		});
		Mono<Void> inTime = recorded.timeout(CLOSE_TIMEOUT, Mono.fromRunnable(() -> logger
			.warn("The next process may take this stop for a crash: the history of starts does not answer")));
		if (Schedulers.isInNonBlockingThread()) {
			inTime.subscribe();
		}
		else {
			inTime.block();
		}
	}

	private static IllegalStateException closedException() {
		return new IllegalStateException("Nobody identifies any more: the queue is closed");
	}

	private static final class Waiter implements Comparable<Waiter> {

		private static final Comparator<Waiter> ORDER = Comparator.comparing((Waiter waiter) -> waiter.shard)
			.thenComparingLong((waiter) -> waiter.number);

		private final ShardId shard;

		/** The present wait for the pacer. */
		private Disposable.Swap turn = Disposables.swap();

		private @Nullable MonoSink<IdentifyPermit> sink;

		private long number;

		private long since;

		private @Nullable Permit permit;

		private boolean cancelled;

		private Waiter(ShardId shard) {
			this.shard = shard;
		}

		private void fail(Throwable problem) {
			if (this.sink != null) {
				this.sink.error(problem);
			}
		}

		@Override
		public int compareTo(Waiter other) {
			return ORDER.compare(this, other);
		}

	}

	private final class Permit implements IdentifyPermit {

		private final AtomicBoolean settled = new AtomicBoolean();

		private final IdentifyPermit turn;

		private Permit(IdentifyPermit turn) {
			this.turn = turn;
		}

		@Override
		public void spent() {
			if (this.settled.compareAndSet(false, true)) {
				BudgetedIdentifyQueue queue = BudgetedIdentifyQueue.this;
				Mono<Void> remembered;
				synchronized (queue) {
					queue.budget.settle(true);
					remembered = queue.brake.identified();
				}
				this.turn.spent();
				remembered.subscribe();
				queue.admitting.run();
			}
		}

		@Override
		public void giveBack() {
			if (this.settled.compareAndSet(false, true)) {
				BudgetedIdentifyQueue queue = BudgetedIdentifyQueue.this;
				synchronized (queue) {
					queue.budget.settle(false);
				}
				this.turn.giveBack();
				queue.admitting.run();
			}
		}

	}

}
