package io.github.discordgateway.actuate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import io.github.discordgateway.identify.IdentifyBudget;
import io.github.discordgateway.identify.IdentifyQueue;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * What is left of the day's identifies. It is out of service while shards wait for more
 * than their turn: for the reset of the budget, or because the bot was started too often.
 */
final class IdentifyHealthIndicator implements HealthIndicator {

	private final IdentifyQueue queue;

	IdentifyHealthIndicator(IdentifyQueue queue) {
		this.queue = queue;
	}

	@Override
	public Health health() {
		IdentifyBudget budget = this.queue.budget();
		return (budget != null) ? health(budget) : Health.unknown().build();
	}

	static Health health(IdentifyBudget budget) {
		Health.Builder health = Health.up();
		if (budget.waiting() > 0 && budget.isSpent()) {
			health.outOfService()
				.withDetail("problem", "the day's identifies are spent, but for the reserve: who waits, waits for the "
						+ "reset, so that Discord does not reset the token");
		}
		else if (budget.waiting() > 0 && !budget.heldBack().isZero()) {
			health.outOfService()
				.withDetail("problem",
						"the bot was started too often without a session to resume, as in a crash loop: it identifies "
								+ "later with each start, so that restarting cannot spend the day's identifies")
				.withDetail("heldBack", seconds(budget.heldBack()));
		}
		if (budget.reported()) {
			health.withDetail("total", budget.total())
				.withDetail("remaining", budget.remaining())
				.withDetail("reserve", budget.reserve())
				.withDetail("resetIn", seconds(budget.resetIn()));
		}
		else {
			health.withDetail("budget", "not reported by Discord");
		}
		return health.withDetail("waiting", budget.waiting())
			.withDetail("longestWait", seconds(budget.longestWait()))
			.build();
	}

	private static String seconds(Duration duration) {
		return DurationStyle.SIMPLE.print(duration, ChronoUnit.SECONDS);
	}

}
