package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.convert.DurationStyle;

/**
 * Holds back the identifies of this start when there were too many starts before it, as
 * {@link StartPace} says. Its owner sees to it that one thread at a time uses it.
 */
final class StartBrake {

	private static final Log logger = LogFactory.getLog(StartBrake.class);

	private final StartHistory history;

	private boolean judged;

	private boolean remembered;

	private long untilMillis = Long.MIN_VALUE;

	StartBrake(StartHistory history) {
		this.history = history;
	}

	/**
	 * A shard wants to identify. The first one of a start decides when all may.
	 * @param now the owner's clock
	 * @param shards how many shards a start identifies
	 * @param budget what is left
	 */
	void wantsToIdentify(long now, int shards, DailyBudget budget) {
		if (this.judged) {
			return;
		}
		this.judged = true;
		StartPace pace = StartPace.of(this.history, Instant.ofEpochMilli(now), shards, budget.available(),
				Duration.ofMillis(budget.resetAtMillis() - now));
		if (!pace.pause().isZero()) {
			this.untilMillis = now + pace.pause().toMillis();
			logger.warn("The bot was started " + (pace.starts() + 1) + " times within " + seconds(pace.period())
					+ " without a session to resume, as in a crash loop. It identifies in " + seconds(pace.pause())
					+ ", so that restarting cannot empty the day's budget of identifies, which would reset its token."
					+ " Resuming is not delayed. To start at once, delete " + this.history + " and restart the bot");
		}
	}

	private static String seconds(Duration duration) {
		return DurationStyle.SIMPLE.print(duration, ChronoUnit.SECONDS);
	}

	/** Until when nobody may identify, on the owner's clock. */
	long untilMillis() {
		return this.untilMillis;
	}

	/** An IDENTIFY was sent: the start counts from now on. */
	void identified(long now) {
		if (!this.remembered) {
			this.remembered = true;
			this.history.add(Instant.ofEpochMilli(now)).subscribe();
		}
	}

}
