package io.github.discordgateway.simulator;

import org.jspecify.annotations.Nullable;

/**
 * The simulator's port belongs to another process.
 */
public class SimulatorPortInUseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int port;

	/**
	 * Names the port.
	 * @param port the port that is taken
	 * @param cause the operating system's complaint
	 */
	public SimulatorPortInUseException(int port, @Nullable Throwable cause) {
		super("The gateway simulator cannot listen on port " + port
				+ " because something else does: stop that, or choose another port (0 takes a free one)", cause);
		this.port = port;
	}

	/**
	 * The port that is taken.
	 * @return the configured port
	 */
	public int getPort() {
		return this.port;
	}

}
