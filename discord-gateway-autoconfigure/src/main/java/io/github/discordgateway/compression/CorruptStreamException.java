package io.github.discordgateway.compression;

import org.jspecify.annotations.Nullable;

/**
 * What a connection received cannot be turned into payloads any more: the data is
 * corrupt, no UTF-8, or larger than allowed. The connection has to be given up; the
 * session lives.
 */
public class CorruptStreamException extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports the stream.
	 * @param message what is wrong with it
	 * @param cause the decompressor's complaint, if any
	 */
	public CorruptStreamException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	static CorruptStreamException tooLarge(int maxPayloadBytes) {
		return new CorruptStreamException("A payload is larger than the " + maxPayloadBytes
				+ " bytes that discord.gateway.max-payload-size allows", null);
	}

}
