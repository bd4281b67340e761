package io.github.discordgateway.internal.compression;

/**
 * A compression was asked for that does not work here, because its library is missing or
 * does not support the machine.
 */
public class CompressionNotAvailableException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports a compression.
	 * @param compression what was asked for
	 * @param problem why it does not work
	 */
	public CompressionNotAvailableException(Compression compression, String problem) {
		super(compression.parameter() + " is not available: " + problem);
	}

}
