package io.github.discordgateway.internal.shard;

/**
 * The timers of a shard. Each runs at most once at a time: setting it again replaces it.
 */
enum ShardTimer {

	/** Until the next connection. Belongs to no connection. */
	BACK_OFF(false),

	/** Until the session is saved again. Belongs to the session. */
	SAVE(false),

	/** Limits the opening of a connection. */
	CONNECT(true),

	/** Limits the wait for HELLO. */
	HELLO(true),

	/** Limits the wait for a permit with an open connection. */
	PERMIT(true),

	/** Limits the wait for READY or RESUMED. */
	SESSION(true),

	/** Limits the wait for the end of a connection after a close frame. */
	CLOSE(false),

	/** Until the next heartbeat. */
	HEARTBEAT(true),

	/** Until the next command may be sent. */
	COMMANDS(true);

	private final boolean ofConnection;

	ShardTimer(boolean ofConnection) {
		this.ofConnection = ofConnection;
	}

	/** Whether it is of no use any more once the connection is being closed. */
	boolean isOfConnection() {
		return this.ofConnection;
	}

}
