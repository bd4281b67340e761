package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeoutException;

import io.github.discordgateway.session.StartHistory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.boot.convert.DurationStyle;

/**
 * Holds back the identifies of this start when there were too many starts before it, as
 * {@link StartPace} says. The history is compared by the wall clock, since the processes
 * share no other; the wait is measured on the owner's clock. The owner sees to it that
 * one thread at a time uses the brake.
 */
final class StartBrake {

	/** Limit of one access to the history. */
	static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final Log logger = LogFactory.getLog(StartBrake.class);

	private final StartHistory history;

	private final InstantSource wallClock;

	private final Scheduler scheduler;

	private boolean judging;

	private boolean judged;

	private long until;

	/** When this start identified first, once it has. */
	private @Nullable Instant start;

	private boolean stopped;

	private Mono<Void> remembered = Mono.empty();

	StartBrake(StartHistory history, InstantSource wallClock, Scheduler scheduler) {
		this.history = history;
		this.wallClock = wallClock;
		this.scheduler = scheduler;
	}

	/**
	 * A shard wants to identify. The first one of a start has it judged.
	 * @return whether it is the first
	 */
	boolean isFirst() {
		boolean first = !this.judging;
		this.judging = true;
		return first;
	}

	/**
	 * Reads the history.
	 * @return the earlier starts, none when they cannot be told within 5 seconds; never
	 * an error
	 */
	Mono<List<Instant>> earlierStarts() {
		return Mono.defer(this.history::loadStarts)
			.timeout(TIMEOUT, this.scheduler)
			.defaultIfEmpty(List.of())
			.onErrorResume((ex) -> {
				logger.warn("It is not known how often the bot was started lately: " + describe(ex));
				return Mono.just(List.of());
			});
	}

	/**
	 * Decides when all shards of this start may identify.
	 * @param earlier the earlier starts
	 * @param now the owner's clock
	 * @param shards how many shards a start identifies
	 * @param budget what is left
	 */
	void judge(List<Instant> earlier, long now, int shards, IdentifyLedger budget) {
		this.judged = true;
		StartPace pace = StartPace.of(earlier, this.wallClock.instant(), shards, budget.available(),
				Duration.ofNanos(budget.resetAt() - now));
		if (!pace.pause().isZero()) {
			this.until = now + MonotonicClock.nanos(pace.pause());
			logger.warn("The bot was started " + (pace.starts() + 1) + " times within " + seconds(pace.period())
					+ " without a session to resume, as in a crash loop. It identifies in " + seconds(pace.pause())
					+ ", so that restarting cannot empty the day's budget of identifies, which would reset its token."
					+ " Resuming is not delayed. To start at once, delete " + this.history.describeStarts()
					+ " and restart the bot");
		}
	}

	private static String seconds(Duration duration) {
		return DurationStyle.SIMPLE.print(duration, ChronoUnit.SECONDS);
	}

	/** Lets all shards identify when the start could not be judged. */
	void giveUp(Throwable problem) {
		this.judged = true;
		logger.warn("Whether the bot was started too often is not known: " + describe(problem));
	}

	boolean isJudged() {
		return this.judged;
	}

	/** Until when nobody may identify, on the owner's clock. */
	long until() {
		return this.until;
	}

	/**
	 * An IDENTIFY was sent: the start counts from now on.
	 * @return has the history keep it, the first time; never an error
	 */
	Mono<Void> identified() {
		if (this.start != null || this.stopped) {
			return Mono.empty();
		}
		Instant now = this.wallClock.instant();
		this.start = now;
		this.remembered = access(Mono.defer(() -> this.history.addStart(now)),
				"The next process will not know that the bot was started")
			.cache();
		return this.remembered;
	}

	/**
	 * The bot is stopped in good order, which is no crash: the start does not count.
	 * @return has the history forget it; never an error
	 */
	Mono<Void> stopped() {
		this.stopped = true;
		Instant counted = this.start;
		return (counted != null) ? this.remembered.then(access(Mono.defer(() -> this.history.removeStart(counted)),
				"The next process will take this stop for a crash")) : Mono.empty();
	}

	private Mono<Void> access(Mono<Void> access, String consequence) {
		return access.timeout(TIMEOUT, this.scheduler).onErrorResume((ex) -> {
			logger.warn(consequence + ": " + describe(ex));
			return Mono.empty();
		});
	}

	private static String describe(Throwable ex) {
		if (ex instanceof TimeoutException) {
			return "the history of starts did not answer within " + TIMEOUT.toSeconds() + " s";
		}
		return (ex.getMessage() != null) ? ex.getMessage() : ex.toString();
	}

}
