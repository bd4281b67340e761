package io.github.discordgateway.shard;

/**
 * The timers of a shard. Each runs at most once at a time: setting it again replaces it.
 */
enum ShardTimer {

	/** Until the next connection. Belongs to no connection. */
	BACK_OFF,

	/** Until the session is saved again. Belongs to the session. */
	SAVE,

	/** Limits the opening of a connection. */
	CONNECT,

	/** Limits the wait for HELLO. */
	HELLO,

	/** Limits the wait for READY or RESUMED. */
	SESSION,

	/** Limits the wait for the end of a connection after a close frame. */
	CLOSE,

	/** Until the next heartbeat. */
	HEARTBEAT,

	/** Until the next command may be sent. */
	COMMANDS

}
