package io.github.discordgateway.internal.transport;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Discord could not be reached for a reason that its operator can do something about: the
 * network, the proxy, or TLS.
 */
public class ConnectFailure extends IOException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	/**
	 * Reports a failure.
	 * @param message what happened, as a clause without a capital and full stop
	 * @param remedy what to do, in sentences
	 * @param cause the underlying problem; {@code null} when there is none
	 */
	public ConnectFailure(String message, String remedy, @Nullable Throwable cause) {
		super(message, cause);
		this.remedy = remedy;
	}

	/**
	 * What to do.
	 * @return one or more sentences
	 */
	public String remedy() {
		return this.remedy;
	}

}
