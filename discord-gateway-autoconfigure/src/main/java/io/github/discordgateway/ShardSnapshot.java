package io.github.discordgateway;

import java.time.Duration;
import java.util.List;

import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a shard at one moment.
 *
 * @param id which shard
 * @param state where it stands
 * @param session its session, with the acknowledged sequence: all events up to it are
 * handled; {@code null} when it has none
 * @param receivedSequence the sequence of the latest event that was received; -1 before
 * the first
 * @param sessionAge the time since READY; {@code null} without a session
 * @param connection figures of its connection; {@code null} before HELLO and between two
 * connections
 * @param reconnects how often it connected again since it was started
 * @param lastDisconnect why its last connection ended; {@code null} when none has
 * @param identifyRefusal how the server refuses to begin a session; {@code null} unless
 * it has done so several times in a row
 * @param fatalCloseCode the close code that ended it; {@code null} unless it has failed
 * @param readingPaused whether it does not read because its listeners are behind
 * @param problem what keeps it from beginning, such as a session store that does not
 * answer; {@code null} when nothing does
 */
public record ShardSnapshot(ShardId id, ShardState state, @Nullable Session session, long receivedSequence,
		@Nullable Duration sessionAge, @Nullable Connection connection, long reconnects,
		@Nullable DisconnectCause lastDisconnect, @Nullable IdentifyRefusal identifyRefusal,
		@Nullable Integer fatalCloseCode, boolean readingPaused, @Nullable String problem) {

	/**
	 * How many events of the session have been received and are not yet handled, as far
	 * as their numbers tell.
	 * @return the difference of the sequences; 0 without a session
	 */
	public long lag() {
		return (this.session != null) ? Math.max(this.receivedSequence - Math.max(this.session.sequence(), 0), 0) : 0;
	}

	/**
	 * Figures of one connection, which start anew with the next.
	 *
	 * @param heartbeatInterval the interval that HELLO named
	 * @param age the time since HELLO
	 * @param lastAck the time since the last acknowledged heartbeat; {@code null} before
	 * the first
	 * @param lastEvent the time since the last event, or since HELLO before the first
	 * @param latencies the latest round trips of heartbeats, the last one last, at most
	 * five
	 * @param meanLatency the mean of all round trips; {@code null} before the first
	 */
	public record Connection(Duration heartbeatInterval, Duration age, @Nullable Duration lastAck, Duration lastEvent,
			List<Duration> latencies, @Nullable Duration meanLatency) {

		/**
		 * The last round trip of a heartbeat.
		 * @return the time; {@code null} before the first
		 */
		public @Nullable Duration latency() {
			return this.latencies.isEmpty() ? null : this.latencies.get(this.latencies.size() - 1);
		}

		/**
		 * The time since the last proof that the connection lives: an acknowledged
		 * heartbeat, an event, or HELLO.
		 * @return the time
		 */
		public Duration lastEvidence() {
			Duration ack = this.lastAck;
			return (ack != null && ack.compareTo(this.lastEvent) < 0) ? ack : this.lastEvent;
		}

	}

}
