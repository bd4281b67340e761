package io.github.discordgateway.compression;

import java.util.Arrays;

/**
 * A byte array that grows with a payload and is used again for the next one. After a
 * burst it is given back, so that a shard does not hold the largest GUILD_CREATE for
 * ever.
 */
final class PayloadBuffer {

	/** Holds all but the largest events. */
	private static final int INITIAL_BYTES = 16 * 1024;

	/** What is kept for the next payload at the most. */
	private static final int MAX_RETAINED_BYTES = 512 * 1024;

	/** The largest array that every virtual machine can make. */
	private static final int MAX_ARRAY_BYTES = Integer.MAX_VALUE - 8;

	private final int maxBytes;

	private byte[] bytes = new byte[INITIAL_BYTES];

	private int length;

	PayloadBuffer(int maxBytes) {
		this.maxBytes = Math.min(maxBytes, MAX_ARRAY_BYTES - 1);
	}

	/** Forgets the payload. */
	void clear() {
		this.length = 0;
		if (this.bytes.length > MAX_RETAINED_BYTES) {
			this.bytes = new byte[INITIAL_BYTES];
		}
	}

	/**
	 * Makes room behind the payload for a known number of bytes.
	 * @param additional the number of bytes that will be written
	 */
	void ensureRoom(int additional) throws CorruptStreamException {
		long needed = (long) this.length + additional;
		if (needed > this.maxBytes) {
			throw CorruptStreamException.tooLarge(this.maxBytes);
		}
		if (needed > this.bytes.length) {
			resize(Math.max(needed, this.bytes.length * 2L));
		}
	}

	/** Makes room behind a payload that fills the buffer and may go on. */
	void grow() {
		resize(this.bytes.length * 2L);
	}

	private void resize(long wanted) {
		// One byte beyond the limit tells a payload that fits exactly from a larger one.
		long largest = Math.min(this.maxBytes + 1L, MAX_ARRAY_BYTES);
		this.bytes = Arrays.copyOf(this.bytes, (int) Math.min(wanted, largest));
	}

	/** The number of bytes that can be written without growing. */
	int room() {
		return this.bytes.length - this.length;
	}

	void advance(int written) throws CorruptStreamException {
		this.length += written;
		if (this.length > this.maxBytes) {
			throw CorruptStreamException.tooLarge(this.maxBytes);
		}
	}

	byte[] bytes() {
		return this.bytes;
	}

	int length() {
		return this.length;
	}

}
