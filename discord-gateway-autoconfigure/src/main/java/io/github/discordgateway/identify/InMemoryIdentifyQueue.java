package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.session.StartHistory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The permits of all shards in this process: a {@link BudgetedIdentifyQueue} over an
 * {@link InMemoryIdentifyPacer}.
 */
public final class InMemoryIdentifyQueue implements IdentifyQueue, AutoCloseable {

	/** The pause between two IDENTIFYs of one bucket, as Discord documents it. */
	public static final Duration DEFAULT_WINDOW = Duration.ofSeconds(5);

	/**
	 * Added to the window, because the two IDENTIFYs may take a different time to arrive.
	 */
	public static final Duration DEFAULT_SLACK = Duration.ofMillis(250);

	private final InMemoryIdentifyPacer pacer;

	private final BudgetedIdentifyQueue queue;

	/**
	 * Makes a queue with Discord's window, some slack and a reserve, for one process that
	 * does not know of earlier ones.
	 * @param scheduler its timer
	 */
	public InMemoryIdentifyQueue(Scheduler scheduler) {
		this(scheduler, DEFAULT_WINDOW.plus(DEFAULT_SLACK), IdentifyReserve.DEFAULT, StartHistory.ofThisProcess(),
				Mono::empty);
	}

	/**
	 * Makes a queue that keeps no reserve.
	 * @param scheduler its timer
	 * @param window the pause between two IDENTIFYs of one bucket
	 */
	public InMemoryIdentifyQueue(Scheduler scheduler, Duration window) {
		this(scheduler, window, IdentifyReserve.NONE, StartHistory.ofThisProcess(), Mono::empty);
	}

	/**
	 * Makes a queue that measures with {@link System#nanoTime()}.
	 * @param scheduler its timer
	 * @param window the pause between two IDENTIFYs of one bucket
	 * @param reserve the identifies that are never spent
	 * @param history when the bot was started and had to identify
	 * @param freshLimit asks Discord for fresh figures, which is done when the budget
	 * runs low, at most once a minute; may be empty
	 */
	public InMemoryIdentifyQueue(Scheduler scheduler, Duration window, IdentifyReserve reserve, StartHistory history,
			Supplier<Mono<SessionStartLimit>> freshLimit) {
		this(scheduler, window, reserve, history, freshLimit, System::nanoTime, InstantSource.system());
	}

	/**
	 * Makes a queue.
	 * @param scheduler its timer
	 * @param window the pause between two IDENTIFYs of one bucket
	 * @param reserve the identifies that are never spent
	 * @param history when the bot was started and had to identify
	 * @param freshLimit asks Discord for fresh figures, which is done when the budget
	 * runs low, at most once a minute; may be empty
	 * @param nanoTime its clock, which is as fast as the timer and never set: nanoseconds
	 * since any moment
	 * @param wallClock what the history is compared by
	 */
	public InMemoryIdentifyQueue(Scheduler scheduler, Duration window, IdentifyReserve reserve, StartHistory history,
			Supplier<Mono<SessionStartLimit>> freshLimit, LongSupplier nanoTime, InstantSource wallClock) {
		this.pacer = new InMemoryIdentifyPacer(scheduler, window, nanoTime);
		this.queue = new BudgetedIdentifyQueue(this.pacer, scheduler, reserve, history, freshLimit, nanoTime,
				wallClock);
	}

	@Override
	public Mono<IdentifyPermit> acquire(ShardId shard) {
		return this.queue.acquire(shard);
	}

	@Override
	public void update(SessionStartLimit limit) {
		this.queue.update(limit);
	}

	@Override
	public IdentifyBudget budget() {
		return this.queue.budget();
	}

	/** Ends what is still scheduled, as part of a stop in good order. */
	@Override
	public void close() {
		this.queue.close();
		this.pacer.close();
	}

}
