package io.github.discordgateway.shard;

import java.time.Duration;

import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a shard. Whatever concerns a connection carries its number, so that
 * nothing of an old connection reaches a new one.
 */
sealed interface ShardInput {

	/** Begin, with a session that was kept from before if there is one. */
	record Start(@Nullable Session session) implements ShardInput {
	}

	/** The WebSocket handshake is done. */
	record Opened(int connection) implements ShardInput {
	}

	/** A frame was received. */
	record Received(int connection, Signal signal) implements ShardInput {
	}

	/** The connection has ended, or could not be opened. */
	record Ended(int connection, DisconnectCause cause) implements ShardInput {
	}

	/** What the connection receives cannot be understood any more. */
	record Corrupted(int connection, String problem) implements ShardInput {
	}

	/** A timer fired. */
	record TimerFired(ShardTimer timer) implements ShardInput {
	}

	/** The permit to identify has come. */
	record PermitGranted(int connection) implements ShardInput {
	}

	/** Somebody wants to send a command. */
	record CommandGiven(PendingCommand command) implements ShardInput {
	}

	/** Whoever gave a command does not want it to be sent any more. */
	record CommandCancelled(PendingCommand command) implements ShardInput {
	}

	/** A command could not be written, because its connection was going down. */
	record CommandNotWritten(int connection, PendingCommand command) implements ShardInput {
	}

	/** Reading was paused, or goes on. */
	record ReadingPaused(boolean paused) implements ShardInput {
	}

	/**
	 * The process did not run, as the wall clock tells: by how much a heartbeat is late.
	 */
	record Slept(Duration duration) implements ShardInput {
	}

	/** Leave the connection, and go on with the session on another one. */
	record Renew() implements ShardInput {
	}

	/**
	 * Take no more events, but stay until those that came are handled; a stop follows.
	 */
	record Drain(boolean keepSession) implements ShardInput {
	}

	/** End for good, and let the session live or not. */
	record Stop(boolean keepSession) implements ShardInput {
	}

}
