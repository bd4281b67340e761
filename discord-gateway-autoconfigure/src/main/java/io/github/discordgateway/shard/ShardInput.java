package io.github.discordgateway.shard;

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

	/** A command could not be written, because its connection was going down. */
	record CommandNotWritten(PendingCommand command) implements ShardInput {
	}

	/** Reading was paused, or goes on. */
	record ReadingPaused(boolean paused) implements ShardInput {
	}

	/** End for good, and let the session live or not. */
	record Stop(boolean keepSession) implements ShardInput {
	}

}
