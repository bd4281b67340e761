package io.github.discordgateway.simulator;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * Compresses with the JDK's {@link Deflater}: one zlib context for the whole connection,
 * flushed after each payload, so that it ends with {@code 00 00 FF FF}.
 */
final class ZlibWriter implements PayloadWriter {

	private final Deflater deflater = new Deflater();

	private final byte[] chunk = new byte[8192];

	@Override
	public byte[] write(byte[] payload) {
		return run(payload, Deflater.SYNC_FLUSH);
	}

	/**
	 * Compresses one payload by itself, as a client asks for with {@code compress} in its
	 * IDENTIFY.
	 * @param payload the JSON text in UTF-8
	 * @return a complete zlib stream
	 */
	static byte[] compress(byte[] payload) {
		try (ZlibWriter writer = new ZlibWriter()) {
			writer.deflater.setInput(payload);
			writer.deflater.finish();
			return writer.run(new byte[0], Deflater.NO_FLUSH);
		}
	}

	private byte[] run(byte[] payload, int flush) {
		if (payload.length > 0) {
			this.deflater.setInput(payload);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, payload.length / 4));
		int count;
		do {
			count = this.deflater.deflate(this.chunk, 0, this.chunk.length, flush);
			out.write(this.chunk, 0, count);
			// A chunk that was not filled means that everything is out, flush marker
			// included.
		}
		while (count == this.chunk.length);
		return out.toByteArray();
	}

	@Override
	public void close() {
		this.deflater.end();
	}

}
