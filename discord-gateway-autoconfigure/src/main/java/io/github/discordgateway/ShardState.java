package io.github.discordgateway;

import java.util.Locale;

/**
 * Where a shard stands.
 */
public enum ShardState {

	/** Not started yet. */
	NEW,

	/** Between two connections, for the time of the back-off. */
	BACKING_OFF,

	/** The socket is being opened. */
	CONNECTING,

	/** The socket is open; nothing may be sent before HELLO. */
	AWAITING_HELLO,

	/** HELLO came; a permit to identify has been asked for. */
	AWAITING_PERMIT,

	/**
	 * A permit to identify is waited for without a connection, because others are ahead.
	 */
	QUEUED,

	/** IDENTIFY was sent; READY has not come yet. */
	IDENTIFYING,

	/** RESUME was sent; missed events are being replayed. */
	RESUMING,

	/** Events and commands flow. */
	READY,

	/**
	 * About to be stopped: no event is taken any more, and those that came are being
	 * handled. The connection is still there for commands.
	 */
	DRAINING,

	/** As draining, without a connection. */
	DRAINED,

	/** A close frame was sent; the connection has not ended yet. */
	CLOSING,

	/** Stopped on request. Final. */
	STOPPED,

	/** Ended by a close code that forbids to connect again. Final. */
	FAILED;

	/**
	 * The state, in words.
	 * @return for example {@code backing off}
	 */
	public String description() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/**
	 * Returns the state as meters and the endpoint call it.
	 * @return for example {@code backing-off}
	 */
	public String label() {
		return description().replace(' ', '-');
	}

	/**
	 * Whether the shard does nothing any more.
	 * @return whether the state is final
	 */
	public boolean isFinal() {
		return this == STOPPED || this == FAILED;
	}

}
