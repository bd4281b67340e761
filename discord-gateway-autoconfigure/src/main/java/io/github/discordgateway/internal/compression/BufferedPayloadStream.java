package io.github.discordgateway.internal.compression;

import org.jspecify.annotations.Nullable;

/**
 * What all streams have in common: the buffer of the payload.
 */
abstract class BufferedPayloadStream implements PayloadStream {

	/** Takes the payload in. */
	final PayloadBuffer payload;

	BufferedPayloadStream(int maxPayloadBytes) {
		this.payload = new PayloadBuffer(maxPayloadBytes);
	}

	@Override
	public final byte[] buffer() {
		return this.payload.bytes();
	}

	@Override
	public final int length() {
		return this.payload.length();
	}

	@Override
	public final @Nullable String excess() {
		return this.payload.isCut() ? "its " + this.payload.total() + " bytes are more than the "
				+ this.payload.maxBytes() + " that discord.gateway.max-payload-size allows" : null;
	}

}
