package io.github.discordgateway.internal.compression;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A byte array that grows with a payload and is used again for the next one. After a
 * burst it is given back, so that a shard does not hold the largest GUILD_CREATE for
 * ever.
 *
 * <p>
 * A payload that grows beyond the limit is cut: its beginning and its end are kept, where
 * the envelope of a frame is, and what lies between is thrown away as it comes.
 */
final class PayloadBuffer {

	/** Stands where a payload is cut, since no JSON text holds it. */
	static final byte CUT = 0;

	/** What is kept of the beginning of a payload that is cut. */
	static final int HEAD_BYTES = 64 * 1024;

	/** What is kept of the end of a payload that is cut, at the least. */
	static final int TAIL_BYTES = 1024;

	/** Holds all but the largest events. */
	private static final int INITIAL_BYTES = 16 * 1024;

	/** What is kept for the next payload at the most. */
	private static final int MAX_RETAINED_BYTES = 512 * 1024;

	/** The largest array that every virtual machine can make. */
	private static final int MAX_ARRAY_BYTES = Integer.MAX_VALUE - 8;

	/** How many times the limit is inflated to pass over a payload. */
	private static final int DISCARDED_TIMES = 64;

	/** To inflate this takes seconds, in which the event loop does nothing else. */
	private static final long MAX_DISCARDED_BYTES = 2L * 1024 * 1024 * 1024;

	private final int maxBytes;

	/** Beyond it a payload is not even passed over. */
	private final long bombBytes;

	private byte[] bytes = new byte[INITIAL_BYTES];

	private int length;

	/** The number of bytes of the payload, whether they are kept or not. */
	private long total;

	/** Where the end of a payload that is cut begins; -1 as long as it is whole. */
	private int tailStart = -1;

	PayloadBuffer(int maxBytes) {
		this.maxBytes = Math.min(maxBytes, MAX_ARRAY_BYTES - 1);
		this.bombBytes = Math.min((long) this.maxBytes * DISCARDED_TIMES, MAX_DISCARDED_BYTES);
	}

	/** Forgets the payload. */
	void clear() {
		this.length = 0;
		this.total = 0;
		this.tailStart = -1;
		if (this.bytes.length > MAX_RETAINED_BYTES) {
			this.bytes = new byte[INITIAL_BYTES];
		}
	}

	/**
	 * Adds bytes to the payload.
	 * @param source is read to its end
	 * @throws CorruptStreamException when the payload is too large even to be passed over
	 */
	void append(ByteBuffer source) throws CorruptStreamException {
		if (!isCut() && source.remaining() > room()) {
			resize(Math.max((long) this.length + source.remaining(), this.bytes.length * 2L));
		}
		while (source.hasRemaining()) {
			int written = Math.min(source.remaining(), room());
			source.get(this.bytes, this.length, written);
			advance(written);
		}
	}

	/** Makes room behind a payload that fills the buffer and may go on. */
	void grow() {
		resize(this.bytes.length * 2L);
	}

	private void resize(long wanted) {
		// One byte beyond the limit tells a payload that fits exactly from a larger one.
		long largest = Math.min(this.maxBytes + 1L, MAX_ARRAY_BYTES);
		this.bytes = Arrays.copyOf(this.bytes, (int) Math.max(Math.min(wanted, largest), this.bytes.length));
	}

	/** The number of bytes that can be written without growing. */
	int room() {
		int end = isCut() ? this.bytes.length : (int) Math.min(this.bytes.length, this.maxBytes + 1L);
		return end - this.length;
	}

	/**
	 * Counts what was written behind the payload.
	 * @param written the number of bytes
	 * @throws CorruptStreamException when the payload is too large even to be passed over
	 */
	void advance(int written) throws CorruptStreamException {
		this.length += written;
		this.total += written;
		if (isCut()) {
			keepTail(this.bytes);
		}
		else if (this.length > this.maxBytes) {
			cut();
		}
		if (this.total > this.bombBytes) {
			throw new CorruptStreamException(
					"A payload is larger than " + this.bombBytes
							+ " bytes, far beyond what discord.gateway.max-payload-size allows (" + this.maxBytes + ")",
					null);
		}
	}

	private void cut() {
		byte[] whole = this.bytes;
		int head = Math.min(HEAD_BYTES, this.maxBytes);
		this.bytes = new byte[head + 1 + TAIL_BYTES + INITIAL_BYTES];
		System.arraycopy(whole, 0, this.bytes, 0, head);
		this.bytes[head] = CUT;
		this.tailStart = head + 1;
		int kept = Math.min(TAIL_BYTES, this.length - head);
		System.arraycopy(whole, this.length - kept, this.bytes, this.tailStart, kept);
		this.length = this.tailStart + kept;
	}

	/** Moves the end of what was written to where the end of the payload is kept. */
	private void keepTail(byte[] kept) {
		int tail = Math.min(TAIL_BYTES, this.length - this.tailStart);
		System.arraycopy(kept, this.length - tail, kept, this.tailStart, tail);
		this.length = this.tailStart + tail;
	}

	byte[] bytes() {
		return this.bytes;
	}

	int length() {
		return this.length;
	}

	boolean isCut() {
		return this.tailStart >= 0;
	}

	/** The number of bytes that the payload has, or had before it was cut. */
	long total() {
		return this.total;
	}

	int maxBytes() {
		return this.maxBytes;
	}

}
