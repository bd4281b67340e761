package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, one after the other, as they lie in the buffer: nothing
 * of them is read unless it is asked for. What was passed over is known to be JSON.
 */
public final class Members {

	/** As many decimal digits as always fit into 64 unsigned bits. */
	private static final int SAFE_DIGITS = 19;

	private final byte[] buffer;

	private final int end;

	/** How deep the members' values may be nested. */
	private final int depth;

	/**
	 * Behind the value of the current member, or behind the brace that begins the object.
	 */
	private int at;

	private int nameStart;

	private int nameEnd;

	private int valueStart;

	private State state;

	/**
	 * Begins before the first member.
	 * @param buffer holds the JSON
	 * @param start where the object starts
	 * @param end where the text ends
	 * @param depth how deep the object may be nested
	 */
	Members(byte[] buffer, int start, int end, int depth) {
		this.buffer = buffer;
		this.end = end;
		this.depth = depth - 1;
		this.at = start + 1;
		this.state = JsonScanner.isAt(buffer, start, end, '{') ? State.BEGUN : State.BROKEN;
	}

	/**
	 * Moves to the next member.
	 * @return whether there is one; {@code false} also when the object is broken
	 */
	public boolean next() {
		if (this.state == State.ENDED || this.state == State.BROKEN) {
			return false;
		}
		int next = JsonScanner.skipSpace(this.buffer, this.at, this.end);
		if (JsonScanner.isAt(this.buffer, next, this.end, '}')) {
			this.at = next + 1;
			this.state = State.ENDED;
			return false;
		}
		if (this.state == State.WITHIN) {
			if (!JsonScanner.isAt(this.buffer, next, this.end, ',')) {
				this.state = State.BROKEN;
				return false;
			}
			next = JsonScanner.skipSpace(this.buffer, next + 1, this.end);
		}
		this.nameStart = next + 1;
		int behindName = JsonScanner.textEnd(this.buffer, next, this.end);
		this.nameEnd = behindName - 1;
		this.valueStart = JsonScanner.valueStart(this.buffer, behindName, this.end);
		this.at = (this.valueStart != JsonScanner.BROKEN)
				? JsonScanner.valueEnd(this.buffer, this.valueStart, this.end, this.depth) : JsonScanner.BROKEN;
		this.state = (this.at != JsonScanner.BROKEN) ? State.WITHIN : State.BROKEN;
		return this.state == State.WITHIN;
	}

	/**
	 * Whether the object is no JSON.
	 * @return {@code true} as soon as that was found
	 */
	public boolean isBroken() {
		return this.state == State.BROKEN;
	}

	/**
	 * Passes over the members that are left.
	 * @return the index behind the object; {@link JsonScanner#BROKEN} when it is broken,
	 * or nested too deeply
	 */
	int objectEnd() {
		while (next()) {
			// What is passed over is of no interest.
		}
		return (this.state == State.ENDED) ? this.at : JsonScanner.BROKEN;
	}

	/**
	 * Whether the current member has a certain name.
	 * @param name the name, in ASCII
	 * @return {@code false} also for a name that is written with escapes
	 */
	public boolean isNamed(String name) {
		if (name.length() != this.nameEnd - this.nameStart) {
			return false;
		}
		for (int i = 0; i < name.length(); i++) {
			if (this.buffer[this.nameStart + i] != name.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Reads the value of the current member as an id: decimal text, or a number.
	 * @return the id; {@code null} when it is none
	 */
	public @Nullable Snowflake snowflake() {
		boolean text = this.buffer[this.valueStart] == '"';
		int from = text ? this.valueStart + 1 : this.valueStart;
		int to = text ? this.at - 1 : this.at;
		long id = 0;
		for (int i = from; i < to; i++) {
			int digit = this.buffer[i] - '0';
			if (digit < 0 || digit > 9) {
				return null;
			}
			id = id * 10 + digit;
		}
		return (to > from && to - from <= SAFE_DIGITS) ? new Snowflake(id) : longer(from, to);
	}

	private @Nullable Snowflake longer(int from, int to) {
		try {
			return Snowflake.of(new String(this.buffer, from, to - from, StandardCharsets.US_ASCII));
		}
		catch (NumberFormatException ex) {
			// As said, it is none.
			return null;
		}
	}

	/**
	 * The members of the value of the current member.
	 * @return none when it is not an object
	 */
	public Members members() {
		return new Members(this.buffer, this.valueStart, this.at, this.depth);
	}

	private enum State {

		BEGUN, WITHIN, ENDED, BROKEN

	}

}
