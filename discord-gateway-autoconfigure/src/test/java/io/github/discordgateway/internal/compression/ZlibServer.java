package io.github.discordgateway.internal.compression;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * The server's side of a zlib stream: one context, a sync flush behind each payload.
 */
final class ZlibServer implements AutoCloseable {

	private final Deflater deflater = new Deflater();

	byte[] compress(String payload) {
		return compress(payload.getBytes(StandardCharsets.UTF_8));
	}

	byte[] compress(byte[] payload) {
		this.deflater.setInput(payload);
		return drain(Deflater.SYNC_FLUSH);
	}

	/** The end of the stream, which no gateway sends. */
	byte[] finish() {
		this.deflater.finish();
		return drain(Deflater.NO_FLUSH);
	}

	private byte[] drain(int flush) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		byte[] chunk = new byte[64 * 1024];
		int count;
		do {
			count = this.deflater.deflate(chunk, 0, chunk.length, flush);
			out.write(chunk, 0, count);
		}
		while (count == chunk.length);
		return out.toByteArray();
	}

	@Override
	public void close() {
		this.deflater.end();
	}

}
