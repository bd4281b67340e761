package io.github.discordgateway.internal.shard;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.lifecycle.EventsMissed;
import io.github.discordgateway.internal.protocol.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What a RESUME brings again: the events after the sequence that it named, up to RESUMED.
 * Finds out what the server left out.
 *
 * <p>
 * Discord numbers the events of a session without gaps, so that a number that is left out
 * between the sequence that RESUME named and the first event after RESUMED is an event
 * that is missing. A server whose numbers had gaps before proves nothing by them.
 */
final class Replay {

	/** The sequence that RESUME named. */
	private final long from;

	/** How many numbers may be left out in one place without a meaning. */
	private final long harmless;

	private long events;

	private long known;

	/** The number of events when {@link #hasProgressed} was asked last. */
	private long eventsBefore;

	private boolean ended;

	private boolean followed;

	private long firstMissing;

	private long lastMissing;

	private long missing;

	/**
	 * Begins with the RESUME.
	 * @param from the sequence that it names
	 * @param harmless how many numbers may be left out in one place without a meaning
	 */
	Replay(long from, long harmless) {
		this.from = from;
		this.harmless = harmless;
	}

	/**
	 * An event came before RESUMED.
	 * @return whether it had been received before, so that nobody wants it again
	 */
	boolean isKnown(long sequence) {
		this.events++;
		boolean before = sequence != Frame.NO_SEQUENCE && sequence <= this.from;
		this.known += before ? 1 : 0;
		return before;
	}

	/**
	 * Looks at the number of an event, of RESUMED, or of the first event after it.
	 * @param received the highest sequence before
	 * @param sequence its sequence
	 */
	void follows(long received, long sequence) {
		this.followed = this.ended;
		if (sequence - received - 1 > this.harmless) {
			this.firstMissing = (this.missing == 0) ? received + 1 : this.firstMissing;
			this.lastMissing = sequence - 1;
			this.missing += sequence - received - 1;
		}
	}

	/** RESUMED came. */
	void end() {
		this.ended = true;
	}

	/** Whether the next event may still tell of events that were left out. */
	boolean isLookedAt() {
		return !this.followed;
	}

	/** What is missing so far, told once; null when nothing is. */
	@Nullable EventsMissed takeMissed(ShardId shard) {
		if (this.missing == 0) {
			return null;
		}
		EventsMissed missed = new EventsMissed(shard, this.firstMissing, this.lastMissing, this.missing,
				"the server left them out when it resumed the session");
		this.missing = 0;
		return missed;
	}

	/** The number of events that were missed and sent again. */
	long replayed() {
		return this.events - this.known;
	}

	/** Whether events came since this was asked last. */
	boolean hasProgressed() {
		boolean progressed = this.events != this.eventsBefore;
		this.eventsBefore = this.events;
		return progressed;
	}

}
