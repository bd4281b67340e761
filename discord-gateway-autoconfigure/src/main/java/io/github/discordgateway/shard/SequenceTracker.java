package io.github.discordgateway.shard;

import java.util.ArrayDeque;
import java.util.Deque;

import io.github.discordgateway.protocol.Frame;

/**
 * Which events of a session came, and up to which of them all are handled. Events are
 * handled out of order, in lanes, so that the highest handled sequence says nothing: what
 * may be acknowledged is the sequence before the first event that is still open.
 *
 * <p>
 * Used by one thread; only the receipts are written by others. What was handled is tidied
 * away when the next event comes, so that handling an event costs a listener's thread one
 * write and no lock.
 */
final class SequenceTracker {

	/** Below this many open receipts it is not worth looking for handled ones. */
	private static final int COMPACT_FROM = 1024;

	private final Deque<Receipt> open = new ArrayDeque<>();

	private long received;

	private int compactAt = COMPACT_FROM;

	/**
	 * Whether each sequence was higher than the one before, as Discord's are. Only then a
	 * sequence tells one event from another.
	 */
	private boolean ascending = true;

	/** The events after this one, up to the next, will be sent again. */
	private long replayedFrom = Frame.NO_SEQUENCE;

	private long replayedTo = Frame.NO_SEQUENCE;

	/**
	 * Makes a tracker.
	 * @param handled the sequence up to which everything is handled already
	 */
	SequenceTracker(long handled) {
		this.received = handled;
	}

	/** The highest sequence that came. */
	long received() {
		return this.received;
	}

	/** The highest sequence below which every event is handled. */
	long acknowledged() {
		tidy();
		if (this.ascending) {
			Receipt first = this.open.peekFirst();
			return (first != null) ? first.before() : this.received;
		}
		return this.open.stream()
			.filter((receipt) -> !receipt.isHandled())
			.mapToLong(Receipt::before)
			.min()
			.orElse(this.received);
	}

	/**
	 * Takes an event in that will be handled.
	 * @param sequence its sequence; one without can be neither acknowledged nor replayed
	 * @return to be told when it is handled
	 */
	Receipt receive(long sequence) {
		tidy();
		Receipt receipt = new Receipt(Math.min(this.received, sequence - 1));
		if (sequence != Frame.NO_SEQUENCE) {
			this.ascending &= sequence > this.received;
			this.open.addLast(receipt);
			advance(sequence);
		}
		return receipt;
	}

	/**
	 * Takes an event in that needs no handling.
	 * @param sequence its sequence
	 */
	void advance(long sequence) {
		this.received = Math.max(this.received, sequence);
	}

	/**
	 * The connection is resumed: everything after the acknowledged sequence comes again.
	 */
	void expectReplay() {
		this.replayedFrom = acknowledged();
		this.replayedTo = this.received;
	}

	/**
	 * Whether a replayed event came before, and is handled or about to be. Sequences that
	 * do not ascend prove nothing: then it counts as new.
	 * @param sequence the event's
	 * @return whether it is known
	 */
	boolean isKnown(long sequence) {
		if (this.ascending && sequence > this.replayedFrom && sequence <= this.replayedTo) {
			this.replayedFrom = sequence;
			return true;
		}
		return false;
	}

	/** The number of receipts that are kept. */
	int open() {
		return this.open.size();
	}

	private void tidy() {
		Receipt first;
		while ((first = this.open.peekFirst()) != null && first.isHandled()) {
			this.open.removeFirst();
		}
		Receipt last;
		while ((last = this.open.peekLast()) != null && last.isHandled()) {
			this.open.removeLast();
		}
		// One event that takes for ever must not keep the receipts of all later ones.
		if (this.open.size() >= this.compactAt) {
			this.open.removeIf(Receipt::isHandled);
			this.compactAt = Math.max(COMPACT_FROM, this.open.size() * 2);
		}
	}

}
