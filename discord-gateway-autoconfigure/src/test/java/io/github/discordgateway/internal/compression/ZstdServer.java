package io.github.discordgateway.internal.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;

/**
 * The server's side of a zstd stream: one context, a flush behind each payload.
 */
final class ZstdServer implements AutoCloseable {

	private final ByteArrayOutputStream flushed = new ByteArrayOutputStream();

	private final ZstdOutputStreamNoFinalizer zstd;

	ZstdServer() throws IOException {
		this.zstd = new ZstdOutputStreamNoFinalizer(this.flushed);
	}

	byte[] compress(String payload) throws IOException {
		return compress(payload.getBytes(StandardCharsets.UTF_8));
	}

	byte[] compress(byte[] payload) throws IOException {
		this.zstd.write(payload);
		this.zstd.flush();
		return flushed();
	}

	/** A payload behind which the zstd frame ends, so that the next begins another. */
	byte[] compressLast(String payload) throws IOException {
		this.zstd.setCloseFrameOnFlush(true);
		return compress(payload);
	}

	private byte[] flushed() {
		byte[] bytes = this.flushed.toByteArray();
		this.flushed.reset();
		return bytes;
	}

	@Override
	public void close() throws IOException {
		this.zstd.close();
	}

}
