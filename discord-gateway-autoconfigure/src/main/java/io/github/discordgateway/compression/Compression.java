package io.github.discordgateway.compression;

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
	ZLIB_STREAM("zlib-stream");

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
	 * Opens the stream of a new connection.
	 * @param maxPayloadBytes the largest payload to accept, inflated
	 * @return the stream, to be closed with the connection
	 */
	public PayloadStream open(int maxPayloadBytes) {
		return switch (this) {
			case NONE -> new PlainPayloadStream(maxPayloadBytes);
			case ZLIB_STREAM -> new ZlibPayloadStream(maxPayloadBytes);
		};
	}

}
