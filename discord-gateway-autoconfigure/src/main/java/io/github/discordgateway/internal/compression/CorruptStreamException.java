package io.github.discordgateway.internal.compression;

import org.jspecify.annotations.Nullable;

/**
 * What a connection received cannot be turned into payloads any more: the data is
 * corrupt. The connection has to be given up; the session lives.
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

}
