package io.github.discordgateway.compression;

import java.nio.ByteBuffer;

/**
 * No compression: each message is a payload.
 */
final class PlainPayloadStream implements PayloadStream {

	private final PayloadBuffer payload;

	PlainPayloadStream(int maxPayloadBytes) {
		this.payload = new PayloadBuffer(maxPayloadBytes);
	}

	@Override
	public boolean feed(ByteBuffer message) throws CorruptStreamException {
		int length = message.remaining();
		this.payload.clear();
		this.payload.ensureRoom(length);
		message.get(this.payload.bytes(), 0, length);
		this.payload.advance(length);
		return length > 0;
	}

	@Override
	public byte[] buffer() {
		return this.payload.bytes();
	}

	@Override
	public int length() {
		return this.payload.length();
	}

	@Override
	public void close() {
		// Holds nothing but heap memory.
	}

}
