package io.github.discordgateway.internal.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * Reads how long a server asks to wait.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc9110#section-10.2.3">RFC 9110,
 * Retry-After</a>
 */
public final class RetryAfter {

	/** A server that asks for more is not believed. */
	private static final Duration MAX = Duration.ofDays(1);

	private RetryAfter() {
	}

	/**
	 * Reads the header.
	 * @param header seconds, with or without decimals, or a date
	 * @param now from when a date counts
	 * @return the time to wait, at most a day, and zero for one that has passed;
	 * {@code null} when there is none that can be read
	 */
	public static @Nullable Duration parse(@Nullable String header, Instant now) {
		if (header == null) {
			return null;
		}
		String value = header.strip();
		try {
			return ofSeconds(Double.parseDouble(value));
		}
		catch (NumberFormatException ex) {
			return until(value, now);
		}
	}

	/**
	 * The time that a number of seconds means.
	 * @param seconds the number, which may be none
	 * @return the time to wait, at most a day, and zero for a negative one; {@code null}
	 * for no number
	 */
	public static @Nullable Duration ofSeconds(double seconds) {
		if (Double.isNaN(seconds)) {
			return null;
		}
		return Duration.ofMillis((long) Math.ceil(Math.min(Math.max(seconds, 0), MAX.toSeconds()) * 1000));
	}

	private static @Nullable Duration until(String date, Instant now) {
		try {
			Duration wait = Duration.between(now,
					ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
			return wait.isNegative() ? Duration.ZERO : (wait.compareTo(MAX) > 0) ? MAX : wait;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
