package io.github.discordgateway.internal.shard;

import java.time.Duration;

/**
 * How patient a shard is.
 *
 * @param connectTimeout limit for TCP, TLS and the WebSocket handshake
 * @param helloTimeout limit for HELLO after the handshake
 * @param readyTimeout limit for READY after IDENTIFY, unless the server acknowledges
 * heartbeats: then it has an outage, and gets ten minutes
 * @param resumedTimeout the same for RESUMED after RESUME, counted anew with each event
 * that is replayed
 * @param closeTimeout limit for the end of the connection after our close frame
 * @param initialBackOff the longest pause before the second attempt to connect; it
 * doubles with each further one
 * @param maxBackOff the longest pause of all
 * @param invalidSessionBackOff the longest pause after INVALID_SESSION
 * @param resumeAttempts RESUMEs that may fail in a row before the session is given up
 * @param resumeDuration how long a session is tried to be resumed before it is given up
 * @param maxQueuedCommands commands that may wait
 * @param maxLag events that may be received and not handled before heartbeats tell the
 * server what was received, and no longer what was handled
 * @param sessionSaveInterval how often a session whose sequence moves is saved
 */
public record ShardSettings(Duration connectTimeout, Duration helloTimeout, Duration readyTimeout,
		Duration resumedTimeout, Duration closeTimeout, Duration initialBackOff, Duration maxBackOff,
		Duration invalidSessionBackOff, int resumeAttempts, Duration resumeDuration, int maxQueuedCommands, int maxLag,
		Duration sessionSaveInterval) {

	/** The defaults of the configuration properties. */
	public static final ShardSettings DEFAULT = new ShardSettings(Duration.ofSeconds(10), Duration.ofSeconds(20),
			Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofSeconds(1),
			Duration.ofMinutes(1), Duration.ofSeconds(5), 5, Duration.ofMinutes(5), 1000, 2000, Duration.ofSeconds(1));

}
