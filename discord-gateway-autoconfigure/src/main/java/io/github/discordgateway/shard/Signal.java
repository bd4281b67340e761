package io.github.discordgateway.shard;

import java.time.Duration;

import io.github.discordgateway.protocol.Frame.SessionStart;

/**
 * A received frame as far as the machine is concerned with it.
 */
sealed interface Signal {

	/** The first frame of a connection. */
	record Hello(Duration heartbeatInterval) implements Signal {
	}

	/** The server demands a heartbeat. */
	record HeartbeatRequest() implements Signal {
	}

	/** The answer to a heartbeat. */
	record HeartbeatAck() implements Signal {
	}

	/** The server demands a reconnect. */
	record Reconnect() implements Signal {
	}

	/** The session is gone, or could not start. */
	record InvalidSession(boolean resumable) implements Signal {
	}

	/** The first event of a new session. */
	record Ready(long sequence, SessionStart session) implements Signal {
	}

	/** The end of a replay. */
	record Resumed(long sequence) implements Signal {
	}

	/** Any other event. */
	record Event(long sequence) implements Signal {
	}

	/** A frame that means nothing to a bot, or that could not be read. */
	record Other() implements Signal {
	}

}
