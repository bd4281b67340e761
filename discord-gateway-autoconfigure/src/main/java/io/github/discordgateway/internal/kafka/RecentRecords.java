package io.github.discordgateway.internal.kafka;

/**
 * The events of a partition that came last, as many as are configured, to tell one that
 * comes again. Used by one thread. Kept as numbers in a table of its own, since a set of
 * objects would take five times the memory.
 */
final class RecentRecords {

	/** Stands for an event that cannot be told from others, and for a free place. */
	static final long NONE = 0;

	/** Spreads sequences, which follow one another, over all bits (splitmix64). */
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	/** In the order in which they came, from {@link #next} on. */
	private final long[] ring;

	private final long[] table;

	private final int mask;

	private int next;

	/**
	 * Begins with none.
	 * @param size how many are kept; 0 for none
	 */
	RecentRecords(int size) {
		this.ring = new long[size];
		int slots = Math.max(Integer.highestOneBit(Math.max(size, 1)) * 4, 4);
		this.table = new long[(size > 0) ? slots : 0];
		this.mask = slots - 1;
	}

	/**
	 * What tells an event from all others.
	 * @param session the fingerprint of its session
	 * @param sequence its sequence in the session
	 * @return a number that is never {@link #NONE}
	 */
	static long identity(String session, long sequence) {
		long mixed = mix(sequence * GOLDEN);
		for (int i = 0; i < session.length(); i++) {
			mixed = mix(mixed * 31 + session.charAt(i));
		}
		return (mixed != NONE) ? mixed : 1;
	}

	/** Whether an event is among them; one without an identity never is. */
	boolean contains(long identity) {
		return identity != NONE && this.ring.length > 0 && this.table[find(identity)] != NONE;
	}

	/** Takes an event in that is not among them, in place of the oldest one. */
	void add(long identity) {
		if (identity == NONE || this.ring.length == 0) {
			return;
		}
		long oldest = this.ring[this.next];
		if (oldest != NONE) {
			remove(oldest);
		}
		this.ring[this.next] = identity;
		this.next = (this.next + 1) % this.ring.length;
		this.table[find(identity)] = identity;
	}

	private static long mix(long bits) {
		long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
	}

	/** Where a number stands, or would stand. */
	private int find(long identity) {
		int slot = (int) identity & this.mask;
		while (this.table[slot] != NONE && this.table[slot] != identity) {
			slot = (slot + 1) & this.mask;
		}
		return slot;
	}

	/** Moves those behind it up, as far as they stand there only because of it. */
	private void remove(long identity) {
		int hole = find(identity);
		if (this.table[hole] == NONE) {
			return;
		}
		this.table[hole] = NONE;
		int slot = (hole + 1) & this.mask;
		while (this.table[slot] != NONE) {
			long moved = this.table[slot];
			this.table[slot] = NONE;
			this.table[find(moved)] = moved;
			slot = (slot + 1) & this.mask;
		}
	}

}
