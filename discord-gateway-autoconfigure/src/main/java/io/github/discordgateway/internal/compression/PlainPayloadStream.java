package io.github.discordgateway.internal.compression;

import java.nio.ByteBuffer;

/**
 * No compression: each message is a payload.
 */
final class PlainPayloadStream extends BufferedPayloadStream {

	private boolean complete = true;

	PlainPayloadStream(int maxPayloadBytes) {
		super(maxPayloadBytes);
	}

	@Override
	public boolean feed(ByteBuffer part, boolean last) throws CorruptStreamException {
		if (this.complete) {
			this.payload.clear();
		}
		this.complete = last;
		this.payload.append(part);
		return last && this.payload.length() > 0;
	}

	@Override
	public void close() {
		// Holds nothing but heap memory.
	}

}
