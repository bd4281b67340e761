package io.github.discordgateway;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An id of Discord: 64 unsigned bits of which the upper 42 hold a time stamp. On the wire
 * it is decimal text; numbers are accepted too.
 *
 * @param value the 64 bits, to be read as unsigned
 * @see <a href="https://discord.com/developers/docs/reference#snowflakes">Snowflakes</a>
 */
public record Snowflake(long value) implements Comparable<Snowflake> {

	/** The first millisecond of 2015 in Unix time: the zero of Discord's time stamps. */
	private static final long EPOCH_MILLIS = 1_420_070_400_000L;

	/**
	 * Makes an id from its bits.
	 * @param value the 64 bits
	 * @return the id
	 */
	public static Snowflake of(long value) {
		return new Snowflake(value);
	}

	/**
	 * Reads an id from decimal text.
	 * @param text unsigned decimal digits
	 * @return the id
	 * @throws NumberFormatException when the text is not an unsigned 64-bit number
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static Snowflake of(String text) {
		return new Snowflake(Long.parseUnsignedLong(text));
	}

	/**
	 * When the thing that this id names was created.
	 * @return the time stamp in the id, to the millisecond
	 */
	public Instant timestamp() {
		return Instant.ofEpochMilli((this.value >>> 22) + EPOCH_MILLIS);
	}

	/** Orders by age, as unsigned numbers. */
	@Override
	public int compareTo(Snowflake other) {
		return Long.compareUnsigned(this.value, other.value);
	}

	/** The decimal text, as on the wire. */
	@Override
	@JsonValue
	public String toString() {
		return Long.toUnsignedString(this.value);
	}

}
