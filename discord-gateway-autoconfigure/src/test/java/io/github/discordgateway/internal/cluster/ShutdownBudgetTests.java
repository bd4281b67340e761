package io.github.discordgateway.internal.cluster;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the time of a stop is divided.
 */
class ShutdownBudgetTests {

	private final AtomicLong now = new AtomicLong();

	@Test
	@DisplayName("C36 Of Boot's 30 seconds the listeners have 18, and 5 are left when the shards are closed")
	void default30Seconds() {
		ShutdownBudget budget = new ShutdownBudget(Duration.ofSeconds(30), Duration.ofSeconds(5), this.now::get);
		assertThat(budget.drain()).isEqualTo(Duration.ofSeconds(18));
		assertThat(budget.remaining()).isEqualTo(Duration.ofSeconds(25));
		assertThat(budget.interrupted()).isEqualTo(Duration.ofSeconds(1));
		assertThat(budget.resources()).isEqualTo(Duration.ofSeconds(1));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 50, 1_000, 4_000, 8_000, 30_000, 600_000 })
	@DisplayName("C36 All parts together are less than the whole, whatever a close may take")
	void lessThanTheWhole(long millis) {
		Duration total = Duration.ofMillis(millis);
		for (Duration close : new Duration[] { Duration.ofMillis(1), Duration.ofSeconds(5), Duration.ofHours(1) }) {
			ShutdownBudget budget = new ShutdownBudget(total, close, this.now::get);
			assertThat(budget.drain()).isPositive().isLessThan(budget.remaining());
			assertThat(budget.remaining().plus(budget.interrupted()).plus(budget.resources())).isLessThan(total);
		}
	}

	@Test
	@DisplayName("C36 The time runs from the begin of a stop, anew with each one, and never below nothing")
	void runsFromTheBegin() {
		this.now.set(Long.MAX_VALUE - 5);
		ShutdownBudget budget = new ShutdownBudget(Duration.ofSeconds(30), Duration.ofSeconds(5), this.now::get);
		budget.begin();
		this.now.addAndGet(Duration.ofSeconds(10).toNanos());
		assertThat(budget.remaining()).isEqualTo(Duration.ofSeconds(15));
		this.now.addAndGet(Duration.ofSeconds(15).toNanos() + 1);
		assertThat(budget.remaining()).isZero();
		budget.begin();
		assertThat(budget.remaining()).isEqualTo(Duration.ofSeconds(25));
	}

}
