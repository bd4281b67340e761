package io.github.discordgateway.simulator;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IdentifyLimits} and {@link SlidingWindow}, in virtual time.
 */
class LimitsTests {

	private long now = -5;

	private IdentifyLimits limits(int maxConcurrency, int total, int remaining) {
		return new IdentifyLimits(maxConcurrency, Duration.ofNanos(500), total, remaining, Duration.ofMillis(1),
				() -> this.now);
	}

	@Test
	void bucketIsTakenForTheWholeWindow() {
		IdentifyLimits limits = limits(1, 10, 10);
		assertThat(limits.tryAcquire(0)).isTrue();
		this.now += 499;
		assertThat(limits.tryAcquire(1)).isFalse();
		this.now += 1;
		assertThat(limits.tryAcquire(1)).isTrue();
	}

	@Test
	void refusedIdentifyDoesNotProlongTheWindowOrCostBudget() {
		IdentifyLimits limits = limits(1, 10, 10);
		limits.tryAcquire(0);
		this.now += 400;
		assertThat(limits.tryAcquire(0)).isFalse();
		assertThat(limits.current().remaining()).isEqualTo(9);
		this.now += 100;
		assertThat(limits.tryAcquire(0)).isTrue();
	}

	@Test
	void bucketIsTheShardModuloMaxConcurrency() {
		IdentifyLimits limits = limits(2, 10, 10);
		assertThat(limits.tryAcquire(0)).isTrue();
		assertThat(limits.tryAcquire(1)).isTrue();
		assertThat(limits.tryAcquire(2)).isFalse();
		assertThat(limits.tryAcquire(3)).isFalse();
	}

	@Test
	void spentBudgetIsFreshAfterTheReset() {
		IdentifyLimits limits = limits(16, 5, 1);
		assertThat(limits.tryAcquire(0)).isTrue();
		assertThat(limits.tryAcquire(1)).isFalse();
		this.now += 999_999;
		assertThat(limits.tryAcquire(1)).isFalse();
		this.now += 1;
		assertThat(limits.tryAcquire(1)).isTrue();
		assertThat(limits.current().remaining()).isEqualTo(4);
		assertThat(limits.current().resetAfterMillis()).isEqualTo(1);
	}

	@Test
	void slidingWindowFreesAPlaceWhenItsOldestEntryLeaves() {
		SlidingWindow window = new SlidingWindow(2, Duration.ofNanos(100));
		assertThat(window.tryAcquire(0)).isTrue();
		assertThat(window.tryAcquire(60)).isTrue();
		assertThat(window.tryAcquire(99)).isFalse();
		assertThat(window.tryAcquire(100)).isTrue();
		assertThat(window.tryAcquire(159)).isFalse();
		assertThat(window.tryAcquire(160)).isTrue();
	}

}
