package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartPace}.
 */
class StartPaceTests {

	private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	private static final Duration DAY = Duration.ofDays(1);

	private static final int AVAILABLE = 950;

	private static List<Instant> startsMinutesAgo(int... minutes) {
		return IntStream.of(minutes).mapToObj((ago) -> NOW.minus(Duration.ofMinutes(ago))).toList();
	}

	private static List<Instant> starts(int count) {
		return IntStream.range(0, count).mapToObj((i) -> NOW.minusSeconds(count - i)).toList();
	}

	/** With identifies in such numbers that only the count of starts matters. */
	private static Duration pause(List<Instant> history) {
		return StartPace.of(history, NOW, 1, 100_000, DAY).pause();
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "1, 0", "2, 0", "3, 1", "4, 2", "5, 4", "6, 8", "7, 15", "8, 15", "99, 15" })
	@DisplayName("C52 from the fourth start within an hour on, each waits longer, up to a quarter of an hour")
	void eachFurtherStartWaitsLonger(int earlierStarts, int minutes) {
		assertThat(pause(starts(earlierStarts))).isEqualTo(Duration.ofMinutes(minutes));
	}

	@Test
	void startsOfAnHourAgoDoNotCount() {
		assertThat(pause(startsMinutesAgo(60, 2, 1))).isZero();
		assertThat(pause(startsMinutesAgo(59, 2, 1))).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	@DisplayName("C62 starts in the future, before a clock was set back, do not count")
	void startsInTheFutureDoNotCount() {
		assertThat(pause(startsMinutesAgo(-60, -2, -1, 1))).isZero();
		assertThat(pause(startsMinutesAgo(-60, 3, 2, 1))).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void aLargeBotWaitsForWhatItsBudgetCanAfford() {
		// 100 shards: the day has room for 9.5 starts.
		StartPace pace = StartPace.of(startsMinutesAgo(600, 300, 10), NOW, 100, AVAILABLE, DAY);
		assertThat(pace.pause()).isEqualTo(DAY.multipliedBy(100).dividedBy(950));
		assertThat(pace.period()).isEqualTo(pace.pause().multipliedBy(4));
		assertThat(pace.starts()).isEqualTo(3);
	}

	@Test
	void nobodyWaitsLongerThanUntilTheReset() {
		assertThat(StartPace.of(starts(3), NOW, 500, 0, Duration.ofHours(3)).pause()).isEqualTo(Duration.ofHours(3));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 10, 16, 50, 100, 150, 300 })
	@DisplayName("C52 a bot that crashes after each start does not spend its day's identifies")
	void restartingDoesNotEmptyTheBudget(int shards) {
		Instant reset = NOW.plus(DAY);
		Instant now = NOW;
		int available = AVAILABLE;
		List<Instant> starts = new ArrayList<>();
		while (true) {
			now = now.plus(StartPace.of(starts, now, shards, available, Duration.between(now, reset)).pause());
			if (!now.isBefore(reset)) {
				break;
			}
			available -= shards;
			assertThat(available)
				.as("after %d starts, %s before the reset", starts.size() + 1, Duration.between(now, reset))
				.isNotNegative();
			starts.add(now);
			now = now.plusSeconds(1);
		}
		assertThat(starts).as("the bot comes back, too")
			.hasSizeGreaterThanOrEqualTo(Math.min(AVAILABLE / shards - 1, 20));
	}

}
