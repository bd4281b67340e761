package io.github.discordgateway.internal.compression;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * How the server compresses what it sends. What the client sends is never compressed.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway#transport-compression">Transport
 * compression</a>
 */
public enum Compression {

	/** Plain text frames. */
	NONE(null),

	/** One zlib stream for the whole connection. */
	ZLIB_STREAM("zlib-stream"),

	/**
	 * One zstd stream for the whole connection. Inflates in half the time that zlib
	 * takes, and needs {@code com.github.luben:zstd-jni} on the class path.
	 */
	ZSTD_STREAM("zstd-stream");

	private static final Log logger = LogFactory.getLog(Compression.class);

	private final @Nullable String parameter;

	Compression(@Nullable String parameter) {
		this.parameter = parameter;
	}

	/**
	 * The value of the query parameter {@code compress}.
	 * @return the value; {@code null} when the parameter is left out
	 */
	public @Nullable String parameter() {
		return this.parameter;
	}

	/**
	 * The fastest compression that works here: zstd when its library does, and otherwise
	 * zlib. A library that is there and does not work is logged.
	 * @return zstd-stream or zlib-stream
	 */
	public static Compression best() {
		if (ZstdLibrary.PROBLEM == null) {
			return ZSTD_STREAM;
		}
		if (ZstdLibrary.PRESENT) {
			logger.info("Using zlib-stream, because zstd-stream is not available: " + ZstdLibrary.PROBLEM);
		}
		return ZLIB_STREAM;
	}

	/**
	 * Whether this compression works here.
	 * @return {@code false} for zstd-stream when its library is missing, or has no native
	 * part for this machine
	 */
	public boolean isAvailable() {
		return this != ZSTD_STREAM || ZstdLibrary.PROBLEM == null;
	}

	/**
	 * Makes sure that this compression works here.
	 * @return this compression
	 * @throws CompressionNotAvailableException when it does not
	 */
	public Compression requireAvailable() {
		if (this == ZSTD_STREAM && ZstdLibrary.PROBLEM != null) {
			throw new CompressionNotAvailableException(this, ZstdLibrary.PROBLEM);
		}
		return this;
	}

	/**
	 * Opens the stream of a new connection.
	 * @param maxPayloadBytes the largest payload to accept, inflated
	 * @return the stream, to be closed with the connection
	 */
	public PayloadStream open(int maxPayloadBytes) {
		return switch (this) {
			case NONE -> new PlainPayloadStream(maxPayloadBytes);
			case ZLIB_STREAM -> new ZlibPayloadStream(maxPayloadBytes);
			case ZSTD_STREAM -> new ZstdPayloadStream(maxPayloadBytes);
		};
	}

}
