package io.github.discordgateway.shard;

import java.time.Duration;

/**
 * What a shard tells whoever watches it.
 */
public sealed interface ShardNotice {

	/** A new session began. */
	record Ready() implements ShardNotice {
	}

	/**
	 * The session goes on after a dropped connection.
	 *
	 * @param replayed the number of events that were missed and sent again
	 */
	record Resumed(long replayed) implements ShardNotice {
	}

	/**
	 * A connection ended. Sent once for each connection, whoever ended it.
	 *
	 * @param cause why
	 */
	record Disconnected(DisconnectCause cause) implements ShardNotice {
	}

	/**
	 * The shard will connect again.
	 *
	 * @param delay after this time
	 * @param resuming whether it still has a session to resume
	 */
	record Reconnecting(Duration delay, boolean resuming) implements ShardNotice {
	}

	/**
	 * A session was given up: events after the sequence may be missing.
	 *
	 * @param sequence the last sequence that was received in the session
	 * @param cause why it could not be kept
	 */
	record SessionLost(long sequence, DisconnectCause cause) implements ShardNotice {
	}

	/**
	 * The server closes the connection at each IDENTIFY, always with the same code, so
	 * that the shard tries less often.
	 *
	 * @param refused how
	 */
	record IdentifyRefused(RefusedIdentify refused) implements ShardNotice {

	}

	/**
	 * The shard ended and will not connect again.
	 *
	 * @param closeCode the fatal close code
	 */
	record Failed(int closeCode) implements ShardNotice {
	}

	/** The shard takes no more events, because it is about to be stopped. */
	record Draining() implements ShardNotice {
	}

	/** The shard was stopped. */
	record Stopped() implements ShardNotice {
	}

}
