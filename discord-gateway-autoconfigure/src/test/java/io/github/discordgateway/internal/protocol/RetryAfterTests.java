package io.github.discordgateway.internal.protocol;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryAfter}.
 */
class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			15                            | PT15S
			' 1.25 '                      | PT1.25S
			0.0001                        | PT0.001S
			0                             | PT0S
			-7                            | PT0S
			86400                         | P1D
			86401                         | P1D
			1e300                         | P1D
			Infinity                      | P1D
			Sat, 31 Jan 2026 12:00:30 GMT | PT30S
			Sat, 31 Jan 2026 11:00:30 GMT | PT0S
			Tue, 31 Mar 2026 12:00:30 GMT | P1D
			NaN                           | none
			soon                          | none
			''                            | none
			Sat, 32 Jan 2026 12:00:30 GMT | none
			none                          | none
			""")
	@DisplayName("C53 Retry-After is seconds or a date, bounded, and ignored when it is neither")
	void isRead(@Nullable String header, @Nullable Duration expected) {
		assertThat(RetryAfter.parse(header, NOW)).isEqualTo(expected);
	}

}
