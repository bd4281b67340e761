package io.github.discordgateway.identify;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Asks Discord for fresh figures when the budget runs low: other processes may have spent
 * some of it, and only Discord knows its reset to the second.
 */
final class LimitRefresh {

	/** Figures are not asked for more often than this. */
	static final Duration PAUSE = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(LimitRefresh.class);

	private static final long PAUSE_NANOS = MonotonicClock.nanos(PAUSE);

	private final Scheduler scheduler;

	private final MonotonicClock clock;

	private final Supplier<Mono<SessionStartLimit>> source;

	private final Consumer<SessionStartLimit> figures;

	private final Runnable reconsider;

	/** When figures may be asked for again. */
	private long due;

	private boolean underWay;

	private boolean timerSet;

	private final Disposable.Swap timer = Disposables.swap();

	private final Disposable.Swap request = Disposables.swap();

	/**
	 * Makes a refresh.
	 * @param scheduler its timer
	 * @param clock its clock
	 * @param source asks for the figures
	 * @param figures takes them
	 * @param reconsider called when figures may be asked for again, to find out whether
	 * they are needed
	 */
	LimitRefresh(Scheduler scheduler, MonotonicClock clock, Supplier<Mono<SessionStartLimit>> source,
			Consumer<SessionStartLimit> figures, Runnable reconsider) {
		this.scheduler = scheduler;
		this.clock = clock;
		this.source = source;
		this.figures = figures;
		this.reconsider = reconsider;
	}

	/** There are fresh figures, whoever asked for them. */
	synchronized void done() {
		this.underWay = false;
		this.due = this.clock.now() + PAUSE_NANOS;
	}

	/**
	 * Asks, unless that is under way or was done within the last minute.
	 * @param somebodyWaits whether to reconsider when the minute is over
	 */
	void request(boolean somebodyWaits) {
		synchronized (this) {
			if (this.underWay || this.request.isDisposed()) {
				return;
			}
			long rest = this.due - this.clock.now();
			if (rest > 0) {
				if (somebodyWaits && !this.timerSet) {
					this.timerSet = true;
					this.timer.update(this.scheduler.schedule(this::minuteIsOver, rest, TimeUnit.NANOSECONDS));
				}
				return;
			}
			this.underWay = true;
		}
		this.request.update(Mono.defer(this.source).subscribe(this.figures, this::failed, this::done));
	}

	/** Asks no more, and lets go of a request that is under way. */
	void close() {
		this.request.dispose();
		this.timer.dispose();
	}

	private void minuteIsOver() {
		synchronized (this) {
			this.timerSet = false;
		}
		this.reconsider.run();
	}

	private void failed(Throwable ex) {
		logger.warn("How many identifies are left cannot be asked: " + ex.getMessage());
		done();
		this.reconsider.run();
	}

}
