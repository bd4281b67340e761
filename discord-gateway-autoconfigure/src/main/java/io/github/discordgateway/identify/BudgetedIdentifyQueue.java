package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.discordgateway.ShardId;
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

	/** What a stop waits for the history of starts. */
	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

	private static final Log logger = LogFactory.getLog(BudgetedIdentifyQueue.class);

	private final IdentifyPacer pacer;

	private final Scheduler scheduler;

	private final MonotonicClock clock;

	private final IdentifyLedger budget;

	private final StartBrake brake;

	private final BudgetGate gate;

	private final LimitRefresh refresh;

	private final DrainLoop admitting = new DrainLoop(this::admit);

	private final Disposable.Swap timer = Disposables.swap();

	private final Disposable.Swap judgement = Disposables.swap();

	private long waiters;

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
		this.budget = new IdentifyLedger(reserve);
		this.budget.apply(SessionStartLimit.DEFAULT, this.clock.now());
		this.brake = new StartBrake(history, wallClock, scheduler);
		this.gate = new BudgetGate(this.budget, this.brake);
		this.refresh = new LimitRefresh(scheduler, this.clock, freshLimit, this::update, this.admitting::run);
	}

	@Override
	public Mono<IdentifyPermit> acquire(ShardId shard) {
		return Mono.defer(() -> {
			Entry entry = new Entry(shard);
			// Not the sink's onCancel: it is silent once a permit was handed in, even
			// when the subscriber has left before it arrived.
			return Mono.create(entry::enter).doOnCancel(entry::leave);
		});
	}

	@Override
	public void update(SessionStartLimit limit) {
		List<Disposable> recalled;
		synchronized (this) {
			recalled = this.gate.update(limit, this.clock.now());
		}
		recalled.forEach(Disposable::dispose);
		this.refresh.done();
		try {
			this.pacer.update(limit);
		}
		catch (RuntimeException ex) {
			logger.error("The pacer goes on with another number of buckets than " + limit.maxConcurrency(), ex);
		}
		this.admitting.run();
	}

	@Override
	public synchronized IdentifyBudget budget() {
		return this.gate.figures(this.clock.now());
	}

	private void judge(List<Instant> earlierStarts, int shards) {
		synchronized (this) {
			long now = this.clock.now();
			this.budget.resetWhenDue(now);
			this.brake.judge(earlierStarts, now, shards, this.budget);
		}
		this.admitting.run();
	}

	private void giveUpJudging(Throwable problem) {
		synchronized (this) {
			this.brake.giveUp(problem);
		}
		this.admitting.run();
	}

	/** Lets those go on to the pacer for whom there is something in the budget. */
	private void admit() {
		PermitWaiter next;
		while ((next = nextAdmitted()) != null) {
			PermitWaiter admitted = next;
			turn(admitted).update(Mono.defer(() -> this.pacer.acquire(admitted.shard()))
				.switchIfEmpty(Mono.error(() -> new IllegalStateException(
						"The pacer ended without a permit for shard " + admitted.shard())))
				.subscribe((turn) -> grant(admitted, turn), (ex) -> fail(admitted, ex)));
		}
		boolean figuresNeeded;
		boolean somebodyWaits;
		synchronized (this) {
			figuresNeeded = !this.closed && this.gate.needsFigures();
			somebodyWaits = this.gate.hasWaiters();
		}
		if (figuresNeeded) {
			this.refresh.request(somebodyWaits);
		}
	}

	private synchronized @Nullable PermitWaiter nextAdmitted() {
		long now = this.clock.now();
		PermitWaiter admitted = this.gate.admit(now);
		long due = (admitted != null) ? Long.MAX_VALUE : this.gate.due(now);
		if (due != Long.MAX_VALUE) {
			this.timer.update(this.scheduler.schedule(this.admitting::run, due - now, TimeUnit.NANOSECONDS));
		}
		return admitted;
	}

	private synchronized Disposable.Swap turn(PermitWaiter waiter) {
		return waiter.turn();
	}

	private void grant(PermitWaiter waiter, IdentifyPermit turn) {
		Permit granted = new Permit(turn);
		boolean wanted;
		synchronized (this) {
			wanted = this.gate.pass(waiter);
			if (wanted) {
				waiter.setPermit(granted);
			}
		}
		if (wanted) {
			waiter.succeed(granted);
		}
		else {
			turn.giveBack();
		}
	}

	private void fail(PermitWaiter waiter, Throwable problem) {
		boolean waiting;
		synchronized (this) {
			waiting = this.gate.leave(waiter);
		}
		if (waiting) {
			waiter.fail(problem);
			this.admitting.run();
		}
	}

	private synchronized Mono<Void> settle(boolean spent) {
		this.budget.settle(spent);
		return spent ? this.brake.identified() : Mono.empty();
	}

	/**
	 * Ends what is still scheduled, as part of a stop in good order: this start does not
	 * count as a crash. Who waits gets an error, and so does who comes later. Waits up to
	 * two seconds for the history of starts, unless the calling thread must not block.
	 */
	@Override
	public void close() {
		List<PermitWaiter> left;
		Mono<Void> recorded;
		synchronized (this) {
			if (this.closed) {
				return;
			}
			this.closed = true;
			recorded = this.brake.stopped();
			left = this.gate.clear();
		}
		this.refresh.close();
		this.timer.dispose();
		this.judgement.dispose();
		left.forEach((waiter) -> {
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

	/** One subscription to a permit. */
	private final class Entry {

		private final ShardId shard;

		private @Nullable PermitWaiter waiter;

		private boolean left;

		private Entry(ShardId shard) {
			this.shard = shard;
		}

		private void enter(MonoSink<IdentifyPermit> sink) {
			BudgetedIdentifyQueue queue = BudgetedIdentifyQueue.this;
			boolean first = false;
			boolean refused;
			synchronized (queue) {
				if (this.left) {
					return;
				}
				refused = queue.closed;
				if (!refused) {
					this.waiter = new PermitWaiter(this.shard, queue.waiters++, queue.clock.now(), sink);
					queue.gate.enter(this.waiter);
					first = queue.brake.isFirst();
				}
			}
			if (refused) {
				sink.error(closedException());
				return;
			}
			if (first) {
				queue.judgement.update(queue.brake.earlierStarts()
					.subscribe((earlier) -> judge(earlier, this.shard.total()), queue::giveUpJudging));
			}
			queue.admitting.run();
		}

		private void leave() {
			BudgetedIdentifyQueue queue = BudgetedIdentifyQueue.this;
			PermitWaiter leaving;
			synchronized (queue) {
				this.left = true;
				leaving = this.waiter;
				if (leaving == null) {
					return;
				}
				queue.gate.leave(leaving);
			}
			turn(leaving).dispose();
			IdentifyPermit unused = leaving.permit();
			if (unused != null) {
				// Cancelled between the grant and its delivery.
				unused.giveBack();
			}
			queue.admitting.run();
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
				BudgetedIdentifyQueue.this.settle(true).subscribe();
				settleTurn(IdentifyPermit::spent);
			}
		}

		@Override
		public void giveBack() {
			if (this.settled.compareAndSet(false, true)) {
				BudgetedIdentifyQueue.this.settle(false).subscribe();
				settleTurn(IdentifyPermit::giveBack);
			}
		}

		private void settleTurn(Consumer<IdentifyPermit> outcome) {
			try {
				outcome.accept(this.turn);
			}
			finally {
				BudgetedIdentifyQueue.this.admitting.run();
			}
		}

	}

}
