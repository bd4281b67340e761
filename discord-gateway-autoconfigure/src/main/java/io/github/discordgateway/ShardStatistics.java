package io.github.discordgateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a shard has counted so far. The counts go on over reconnects and over a restart of
 * the shard.
 *
 * @param traffic what it has received
 * @param connections its connections
 * @param sessions its sessions
 * @param commands its commands
 * @param heartbeats the latest round trips of heartbeats, the last one last, at most 60
 * @param guilds its guilds; {@code null} before the first READY of this process
 */
public record ShardStatistics(Traffic traffic, Connections connections, Sessions sessions, Commands commands,
		List<Heartbeat> heartbeats, @Nullable GuildCount guilds) {

	/** Nothing has happened. */
	public static final ShardStatistics NONE = new ShardStatistics(new Traffic(0, 0, 0, 0, 0),
			new Connections(0, Map.of(), List.of(), 0, Duration.ZERO, null),
			new Sessions(0, 0, Duration.ZERO, Map.of(), 0, 0, 0, 0), new Commands(0, 0, 0, 0), List.of(), null);

	/**
	 * What was received.
	 *
	 * @param wireBytes bytes of messages as they came, compressed or not
	 * @param inflatedBytes bytes of payloads
	 * @param payloads the number of payloads
	 * @param malformedFrames payloads that were no frames, or had a header or body that
	 * the shard could not read
	 * @param bufferBytes the size of the buffer that held the last payload
	 */
	public record Traffic(long wireBytes, long inflatedBytes, long payloads, long malformedFrames, long bufferBytes) {

		/**
		 * How much smaller compression makes what is received.
		 * @return inflated bytes for each byte on the wire; NaN before the first
		 */
		public double compressionRatio() {
			return (this.wireBytes > 0) ? (double) this.inflatedBytes / this.wireBytes : Double.NaN;
		}

	}

	/**
	 * Connections.
	 *
	 * @param opened those whose WebSocket handshake succeeded
	 * @param ends how often they ended in which way, those that were not opened included
	 * @param lastEnds the latest ends, the last one last, at most 20
	 * @param reconnects how often a pause before a further connection began
	 * @param reconnectDelay all of these pauses together
	 * @param lostAt when a ready shard lost its connection, since when it has not been
	 * ready again; {@code null} when it is ready, or never was
	 */
	public record Connections(long opened, Map<ConnectionEnd.Kind, Long> ends, List<ConnectionEnd> lastEnds,
			long reconnects, Duration reconnectDelay, @Nullable Instant lostAt) {
	}

	/**
	 * Sessions.
	 *
	 * @param identifies how often IDENTIFY was sent
	 * @param permits how many permits to identify were granted
	 * @param permitWait how long all of these were waited for together
	 * @param resumes what became of each RESUME
	 * @param replayed events that were missed and sent again
	 * @param lost sessions that could not be kept
	 * @param missed events that the server left out when it resumed a session
	 * @param passedOver events that could not be read or handed on, twice
	 */
	public record Sessions(long identifies, long permits, Duration permitWait, Map<ResumeOutcome, Long> resumes,
			long replayed, long lost, long missed, long passedOver) {
	}

	/**
	 * Commands.
	 *
	 * @param sent those that were written
	 * @param rejected those that were given up, because the shard has ended or too many
	 * wait
	 * @param queued those that wait
	 * @param limited those of them that wait for the send limit, and not for the shard to
	 * be ready
	 */
	public record Commands(long sent, long rejected, int queued, int limited) {
	}

	/**
	 * A heartbeat that was answered.
	 *
	 * @param at when the answer came
	 * @param latency its round trip
	 */
	public record Heartbeat(Instant at, Duration latency) {
	}

}
