package io.github.discordgateway.shard;

import java.time.Duration;

import io.github.discordgateway.session.BotIdentity;
import org.jspecify.annotations.Nullable;

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
	 * The session of an earlier process goes on in this one.
	 *
	 * @param bot who the bot is; {@code null} when the session's store does not keep it
	 */
	record Restored(@Nullable BotIdentity bot) implements ShardNotice {
	}

	/**
	 * Events of the session did not come, and will not come any more.
	 *
	 * @param first the sequence of the first one; -1 when it is not known
	 * @param last the sequence of the last one; -1 when it is not known
	 * @param count how many they are; 0 when it is not known whether there were any
	 * @param reason why
	 */
	record EventsMissed(long first, long last, long count, String reason) implements ShardNotice {

		/**
		 * What is missing and why, in words.
		 * @return a clause without a full stop
		 */
		public String description() {
			return (this.count > 0)
					? this.count + " of the sequences " + this.first + " to " + this.last + " (" + this.reason + ")"
					: this.reason;
		}

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
	 * Several IDENTIFYs in a row brought no session, so that the shard tries less often.
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
