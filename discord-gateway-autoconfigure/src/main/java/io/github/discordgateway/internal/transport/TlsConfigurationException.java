package io.github.discordgateway.internal.transport;

import org.jspecify.annotations.Nullable;

/**
 * TLS cannot be set up as it is configured.
 */
public class TlsConfigurationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports what cannot be done.
	 * @param message what is wrong, as a clause without a full stop
	 * @param cause the underlying problem, if any
	 */
	public TlsConfigurationException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
