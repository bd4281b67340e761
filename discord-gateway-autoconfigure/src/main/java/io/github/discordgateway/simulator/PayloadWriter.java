package io.github.discordgateway.simulator;

import io.github.discordgateway.internal.compression.Compression;
import org.jspecify.annotations.Nullable;

/**
 * Compresses what one connection receives, as one stream. Not thread-safe.
 */
interface PayloadWriter extends AutoCloseable {

	/**
	 * Compresses one payload of the stream.
	 * @param payload the JSON text in UTF-8
	 * @return the bytes to send, from which the client can restore the whole payload
	 */
	byte[] write(byte[] payload);

	@Override
	void close();

	/**
	 * Starts a stream.
	 * @param compression what the client asked for; {@code null} when that is not known
	 * @return the stream; {@code null} to send plain text
	 */
	static @Nullable PayloadWriter of(@Nullable Compression compression) {
		if (compression == null) {
			return null;
		}
		return switch (compression) {
			case NONE -> null;
			case ZLIB_STREAM -> new ZlibWriter();
			case ZSTD_STREAM -> new ZstdWriter();
		};
	}

}
