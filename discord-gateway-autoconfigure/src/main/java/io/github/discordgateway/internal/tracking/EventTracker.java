package io.github.discordgateway.internal.tracking;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which events of a session, or of a partition, the listeners have, and up to which of
 * them all are handled. Events are handled out of order, in lanes, so that the highest
 * handled sequence says nothing: what counts is the sequence before the first event that
 * is still open. In a partition the sequence is the offset.
 *
 * <p>
 * Used by one thread; only what an event is handled by comes from others. What was
 * handled is tidied away when the next event comes, so that handling an event costs a
 * listener's thread one write and no lock.
 */
public final class EventTracker {

	/** Stands for no sequence: nothing has come, or an event has none. */
	public static final long NO_SEQUENCE = -1;

	/** Below this many open events it is not worth looking for handled ones. */
	private static final int COMPACT_FROM = 1024;

	private final Deque<UnhandledEvent> open = new ArrayDeque<>();

	/** The highest sequence that came. */
	private long received = NO_SEQUENCE;

	private int compactAt = COMPACT_FROM;

	/**
	 * Whether each sequence was higher than the one before, as Discord's are. Only then
	 * the first open event is the one of the lowest sequence.
	 */
	private boolean ascending = true;

	/**
	 * Begins with another session: what is open of the one before is forgotten.
	 * @param handled the sequence up to which everything is handled
	 */
	public void restart(long handled) {
		this.open.clear();
		this.compactAt = COMPACT_FROM;
		this.ascending = true;
		this.received = handled;
	}

	/**
	 * Up to where everything is handled.
	 * @return the highest sequence below which every event is handled;
	 * {@link #NO_SEQUENCE} when there is none
	 */
	public long handledUpTo() {
		tidy();
		if (this.ascending) {
			UnhandledEvent first = this.open.peekFirst();
			return (first != null) ? first.before() : this.received;
		}
		return this.open.stream()
			.filter((event) -> !event.isHandled())
			.mapToLong(UnhandledEvent::before)
			.reduce(this.received, Math::min);
	}

	/**
	 * Takes an event in that the listeners get.
	 * @param sequence its sequence; one without can be neither acknowledged nor replayed
	 * @return to be told when it is handled
	 */
	public UnhandledEvent receive(long sequence) {
		tidy();
		UnhandledEvent event = new UnhandledEvent(Math.min(this.received, sequence - 1), this.received);
		if (sequence != NO_SEQUENCE) {
			this.ascending &= sequence > this.received;
			this.open.addLast(event);
			this.received = Math.max(this.received, sequence);
		}
		return event;
	}

	/**
	 * Takes the event that was received last out again: nobody has it.
	 * @param event what {@link #receive} returned for it
	 */
	public void takeBack(UnhandledEvent event) {
		if (this.open.peekLast() == event) {
			this.open.removeLast();
			this.received = event.receivedBefore();
		}
	}

	/**
	 * Takes an event in that is the shard's own: nobody has to handle it. A session
	 * begins to count with its first one, whatever came before.
	 * @param sequence its sequence
	 */
	public void receiveOwn(long sequence) {
		if (sequence != NO_SEQUENCE) {
			this.received = sequence;
		}
	}

	/**
	 * How much memory it takes.
	 * @return the number of events that are kept, of which some may be handled
	 */
	public int open() {
		return this.open.size();
	}

	private void tidy() {
		UnhandledEvent first;
		while ((first = this.open.peekFirst()) != null && first.isHandled()) {
			this.open.removeFirst();
		}
		UnhandledEvent last;
		while ((last = this.open.peekLast()) != null && last.isHandled()) {
			this.open.removeLast();
		}
		// One event that takes for ever must not keep the events of all later ones.
		if (this.open.size() >= this.compactAt) {
			this.open.removeIf(UnhandledEvent::isHandled);
			this.compactAt = Math.max(COMPACT_FROM, this.open.size() * 2);
		}
	}

}
