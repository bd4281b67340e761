package io.github.discordgateway.internal.shard;

import java.time.Duration;

import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a shard. Whatever concerns a connection carries its number, so that
 * nothing of an old connection reaches a new one. The same inputs at the same times lead
 * to the same actions.
 */
sealed interface ShardInput {

	/** Brings the input to the part of the machine that it is for. */
	void applyTo(ShardMachine machine, long now);

	/**
	 * Begin, with a session that was kept from before if there is one. When the store did
	 * not answer, why: there may have been one.
	 */
	record Start(@Nullable Session session, @Nullable String storeProblem) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.start(this.session, this.storeProblem, now);
		}

	}

	/** The WebSocket handshake is done. */
	record Opened(int connection) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.opened(this.connection);
		}

	}

	/** A frame was received. */
	record Received(int connection, ServerMessage message) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.received(this.connection, this.message, now);
		}

	}

	/** The connection has ended, or could not be opened. */
	record Ended(int connection, DisconnectCause cause) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.ended(this.connection, this.cause, now);
		}

	}

	/** What the connection receives cannot be understood any more. */
	record Corrupted(int connection, String problem) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.corrupted(this.connection, this.problem);
		}

	}

	/** An event, or a frame that may be one, could not be read or handed on. */
	record EventFailed(int connection, long sequence, String problem) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.eventFailed(this.connection, this.sequence, this.problem, now);
		}

	}

	/** Something that the machine wanted could not be done. */
	record ActionFailed(int connection, String problem) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.actionFailed(this.connection, this.problem, now);
		}

	}

	/** The listeners have handled every event of the session up to this one. */
	record HandledUpTo(long sequence) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.handledUpTo(this.sequence);
		}

	}

	/** The session is not where it was saved any more. */
	record SaveAgain() implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.saveAgain();
		}

	}

	/** A timer fired. */
	record TimerFired(ShardTimer timer) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.timerFired(this.timer, now);
		}

	}

	/** The permit to identify has come. */
	record PermitGranted(int request) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.permitGranted(this.request, now);
		}

	}

	/** Somebody wants to send a command. */
	record CommandGiven(PendingCommand command) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.commandGiven(this.command, now);
		}

	}

	/** Whoever gave a command does not want it to be sent any more. */
	record CommandCancelled(PendingCommand command) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.commandCancelled(this.command);
		}

	}

	/** A command could not be written, because its connection was going down. */
	record CommandNotWritten(int connection, PendingCommand command) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.commandNotWritten(this.connection, this.command, now);
		}

	}

	/** Reading was paused, or goes on. */
	record ReadingPaused(boolean paused) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.readingPaused(this.paused);
		}

	}

	/**
	 * The process did not run, as the wall clock tells: by how much a heartbeat is late.
	 */
	record Slept(Duration duration) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.slept(this.duration, now);
		}

	}

	/** Leave the connection, and go on with the session on another one. */
	record Renew() implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.renew();
		}

	}

	/**
	 * Take no more events, but stay until those that came are handled; a stop follows.
	 */
	record Drain(boolean keepSession) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.drain(this.keepSession, now);
		}

	}

	/** End for good, and let the session live or not. */
	record Stop(boolean keepSession) implements ShardInput {

		@Override
		public void applyTo(ShardMachine machine, long now) {
			machine.stop(this.keepSession, now);
		}

	}

}
