package io.github.discordgateway.internal.shard;

import java.time.Duration;

import io.github.discordgateway.internal.protocol.Frame.SessionStart;

/**
 * A received frame as far as the machine is concerned with it.
 */
sealed interface ServerMessage {

	/** Brings the frame to the part of the machine that it is for. */
	void applyTo(ShardMachine machine, ConnectionState connection, long now);

	/** The first frame of a connection. */
	record Hello(Duration heartbeatInterval) implements ServerMessage {

		@Override
		public void applyTo(ShardMachine machine, ConnectionState connection, long now) {
			machine.hello(connection, this.heartbeatInterval, now);
		}

	}

	/** The server demands a heartbeat. */
	record HeartbeatRequest() implements ServerMessage {

		@Override
		public void applyTo(ShardMachine machine, ConnectionState connection, long now) {
			machine.heartbeatRequested(connection, now);
		}

	}

	/** The answer to a heartbeat. */
	record HeartbeatAck() implements ServerMessage {

		@Override
		public void applyTo(ShardMachine machine, ConnectionState connection, long now) {
			machine.heartbeatAcknowledged(connection, now);
		}

	}

	/** The server demands a reconnect. */
	record Reconnect() implements ServerMessage {

		@Override
		public void applyTo(ShardMachine machine, ConnectionState connection, long now) {
			machine.reconnectRequested();
		}

	}

	/** The session is gone, or could not start. */
	record InvalidSession(boolean resumable) implements ServerMessage {

		@Override
		public void applyTo(ShardMachine machine, ConnectionState connection, long now) {
			machine.sessionInvalidated(this.resumable);
		}

	}

	/** The first event of a new session. */
	record Ready(long sequence, SessionStart session) implements ServerMessage {

		@Override
		public void applyTo(ShardMachine machine, ConnectionState connection, long now) {
			machine.ready(connection, this, now);
		}

	}

	/** The end of a replay. */
	record Resumed(long sequence) implements ServerMessage {

		@Override
		public void applyTo(ShardMachine machine, ConnectionState connection, long now) {
			machine.resumed(connection, this.sequence, now);
		}

	}

	/** Any other event. */
	record Event(long sequence) implements ServerMessage {

		@Override
		public void applyTo(ShardMachine machine, ConnectionState connection, long now) {
			machine.event(connection, this.sequence, now);
		}

	}

	/** A HELLO, or else a READY, without what makes it one. */
	record Unusable(boolean hello, long sequence, String problem) implements ServerMessage {

		@Override
		public void applyTo(ShardMachine machine, ConnectionState connection, long now) {
			machine.unusable(connection, this, now);
		}

	}

	/** A frame that the process failed to read, whatever it was. */
	record Unreadable(String problem) implements ServerMessage {

		@Override
		public void applyTo(ShardMachine machine, ConnectionState connection, long now) {
			machine.unreadable(connection, this.problem, now);
		}

	}

	/** A frame that means nothing to a bot, or that is none. */
	record Other() implements ServerMessage {

		@Override
		public void applyTo(ShardMachine machine, ConnectionState connection, long now) {
			// It only proves that the connection lives.
		}

	}

}
