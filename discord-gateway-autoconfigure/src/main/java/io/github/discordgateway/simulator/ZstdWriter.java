package io.github.discordgateway.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;

/**
 * Compresses with {@code zstd-jni}: one zstd frame for the whole connection, flushed
 * after each payload and never ended.
 */
final class ZstdWriter implements PayloadWriter {

	private final ByteArrayOutputStream flushed = new ByteArrayOutputStream();

	private final ZstdOutputStreamNoFinalizer zstd;

	ZstdWriter() {
		try {
			this.zstd = new ZstdOutputStreamNoFinalizer(this.flushed);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public byte[] write(byte[] payload) {
		try {
			this.zstd.write(payload);
			this.zstd.flush();
			return this.flushed.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.flushed.reset();
		}
	}

	@Override
	public void close() {
		try {
			this.zstd.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
