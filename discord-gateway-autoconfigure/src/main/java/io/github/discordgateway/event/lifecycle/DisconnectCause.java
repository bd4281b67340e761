package io.github.discordgateway.event.lifecycle;

import java.time.Duration;
import java.util.List;

import io.github.discordgateway.CloseCode;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection ended.
 */
public sealed interface DisconnectCause {

	/** The kinds of causes for which the shard itself ends a connection. */
	List<String> OWN_KINDS = List.of(TimedOut.KIND, Silent.KIND, ReconnectRequested.KIND, SessionInvalidated.KIND,
			Corrupted.KIND, Unusable.KIND, Queued.KIND, Slept.KIND, Renewed.KIND, Stopped.KIND);

	/**
	 * What happened, in words.
	 * @return a clause without a capital and full stop
	 */
	String description();

	/**
	 * What kind of cause this is, to count by.
	 * @return a word, or words with hyphens, in lower case
	 */
	String kind();

	/**
	 * Returns whether it belongs to the ordinary course of things, as a reconnect that
	 * the server asks for does.
	 * @return {@code false} when something went wrong
	 */
	default boolean isOrdinary() {
		return false;
	}

	/**
	 * The server closed the connection, or it ended without a close frame.
	 *
	 * @param code the close code; 1006 without a close frame
	 * @param reason the text beside the code, cleaned of what a line must not show; it
	 * may be empty
	 */
	record Closed(int code, String reason) implements DisconnectCause {

		static final String KIND = "closed";

		@Override
		public String kind() {
			return KIND;
		}

		@Override
		public String description() {
			return "closed with " + CloseCode.describe(this.code) + (this.reason.isBlank() ? "" : ": " + this.reason);
		}

	}

	/**
	 * The connection could not be opened, or could not be used.
	 *
	 * @param problem what failed
	 * @param retryAfter how long the server asks to wait; {@code null} when it does not
	 */
	record Failed(String problem, @Nullable Duration retryAfter) implements DisconnectCause {

		/**
		 * A failure after which the server does not ask to wait.
		 * @param problem what failed
		 */
		public Failed(String problem) {
			this(problem, null);
		}

		static final String KIND = "failed";

		@Override
		public String kind() {
			return KIND;
		}

		@Override
		public String description() {
			return "failed: " + this.problem;
		}

	}

	/**
	 * Something did not come in time.
	 *
	 * @param awaited what was waited for
	 * @param limit how long
	 */
	record TimedOut(Awaited awaited, Duration limit) implements DisconnectCause {

		static final String KIND = "timed-out";

		@Override
		public String kind() {
			return KIND;
		}

		@Override
		public String description() {
			return "no " + this.awaited.description + " within " + this.limit.toMillis() + " ms";
		}

	}

	/**
	 * Nothing was received for a whole heartbeat interval after a heartbeat.
	 *
	 * @param interval the heartbeat interval
	 */
	record Silent(Duration interval) implements DisconnectCause {

		static final String KIND = "silent";

		@Override
		public String kind() {
			return KIND;
		}

		@Override
		public String description() {
			return "silent for " + this.interval.toMillis() + " ms after a heartbeat";
		}

	}

	/**
	 * The server asked for a reconnect, with opcode 7.
	 */
	record ReconnectRequested() implements DisconnectCause {

		static final String KIND = "reconnect-requested";

		@Override
		public boolean isOrdinary() {
			return true;
		}

		@Override
		public String kind() {
			return KIND;
		}

		@Override
		public String description() {
			return "reconnect requested by the server";
		}

	}

	/**
	 * The server said that the session is invalid, with opcode 9.
	 *
	 * @param resumable whether it may be resumed all the same
	 */
	record SessionInvalidated(boolean resumable) implements DisconnectCause {

		static final String KIND = "session-invalidated";

		@Override
		public String kind() {
			return KIND;
		}

		@Override
		public String description() {
			return this.resumable ? "session invalidated, to be resumed" : "session invalidated";
		}

	}

	/**
	 * What was received could not be understood: the compressed stream or the WebSocket's
	 * own data is corrupt.
	 *
	 * @param problem what is wrong
	 */
	record Corrupted(String problem) implements DisconnectCause {

		static final String KIND = "corrupted";

		@Override
		public String kind() {
			return KIND;
		}

		@Override
		public String description() {
			return "corrupt data: " + this.problem;
		}

	}

	/**
	 * A HELLO or READY lacked what makes it one.
	 *
	 * @param problem what is wrong
	 */
	record Unusable(String problem) implements DisconnectCause {

		static final String KIND = "unusable";

		@Override
		public String kind() {
			return KIND;
		}

		@Override
		public String description() {
			return "unusable: " + this.problem;
		}

	}

	/**
	 * Many shards are ahead in the queue for permits to identify: this one waits without
	 * a connection.
	 */
	record Queued() implements DisconnectCause {

		static final String KIND = "queued";

		@Override
		public boolean isOrdinary() {
			return true;
		}

		@Override
		public String kind() {
			return KIND;
		}

		@Override
		public String description() {
			return "other shards identify first";
		}

	}

	/**
	 * The process was suspended, as a laptop or a virtual machine is: what was open
	 * before is not any more.
	 *
	 * @param duration for how long
	 */
	record Slept(Duration duration) implements DisconnectCause {

		static final String KIND = "slept";

		@Override
		public String kind() {
			return KIND;
		}

		@Override
		public String description() {
			return "the process was suspended for " + this.duration.toSeconds() + " s";
		}

	}

	/**
	 * An operator asked for a new connection.
	 */
	record Renewed() implements DisconnectCause {

		static final String KIND = "renewed";

		@Override
		public String kind() {
			return KIND;
		}

		@Override
		public String description() {
			return "to be opened anew, as asked for";
		}

	}

	/**
	 * The shard was stopped.
	 */
	record Stopped() implements DisconnectCause {

		static final String KIND = "stopped";

		@Override
		public boolean isOrdinary() {
			return true;
		}

		@Override
		public String kind() {
			return KIND;
		}

		@Override
		public String description() {
			return "stopped";
		}

	}

	/**
	 * What a time limit was for.
	 */
	enum Awaited {

		/** The TCP connection, TLS and the WebSocket handshake. */
		CONNECTION("connection"),

		/** The first frame of a connection. */
		HELLO("HELLO"),

		/** The answer to IDENTIFY. */
		READY("READY"),

		/** The end of the replay after RESUME. */
		RESUMED("RESUMED");

		private final String description;

		Awaited(String description) {
			this.description = description;
		}

	}

}
