package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.IdentifyRefusal;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * What the machine writes down about itself, to be read from any thread. One thread
 * writes. All times are on the clock that the machine is given, in nanoseconds.
 */
final class ShardVitals {

	/** How many latencies are kept. */
	private static final int LATENCIES = 5;

	/** How many answered heartbeats are remembered, over all connections. */
	private static final int HEARTBEATS = 60;

	private final ShardId id;

	private volatile ShardState state = ShardState.NEW;

	private volatile @Nullable Session session;

	private volatile @Nullable Long sessionStartedAt;

	private volatile @Nullable ConnectionVitals connection;

	private volatile @Nullable DisconnectCause lastDisconnect;

	private volatile @Nullable Integer fatalCloseCode;

	private volatile @Nullable IdentifyRefusal identifyRefusal;

	private volatile @Nullable String problem;

	private volatile long reconnects;

	private volatile long lastEventAt;

	private volatile long received;

	private volatile long acknowledged;

	private volatile boolean readingPaused;

	private volatile List<Heartbeat> heartbeats = List.of();

	private volatile int commandsQueued;

	ShardVitals(ShardId id) {
		this.id = id;
	}

	ShardId id() {
		return this.id;
	}

	void state(ShardState changed) {
		this.state = changed;
	}

	void session(@Nullable Session changed, @Nullable Long startedAt) {
		this.session = changed;
		this.acknowledged = (changed != null) ? changed.sequence() : Frame.NO_SEQUENCE;
		this.sessionStartedAt = startedAt;
	}

	/** A connection got its HELLO: its figures start anew. */
	void connected(Duration heartbeatInterval, long now) {
		this.lastEventAt = now;
		this.connection = new ConnectionVitals(heartbeatInterval, now, null, List.of(), 0, 0);
	}

	void disconnected(DisconnectCause cause) {
		this.connection = null;
		this.lastDisconnect = cause;
	}

	void reconnecting() {
		// Written by one thread only, so there is no update to lose.
		long next = this.reconnects + 1;
		this.reconnects = next;
	}

	void identifyRefused(@Nullable IdentifyRefusal refusal) {
		this.identifyRefusal = refusal;
	}

	/** What keeps the shard from beginning; null when nothing does. */
	void problem(@Nullable String changed) {
		this.problem = changed;
	}

	void failed(int closeCode) {
		this.fatalCloseCode = closeCode;
	}

	void eventReceived(long now, long highestSequence) {
		this.lastEventAt = now;
		this.received = highestSequence;
	}

	void received(long highestSequence) {
		this.received = highestSequence;
	}

	void handledUpTo(long sequence) {
		this.acknowledged = sequence;
	}

	void acknowledged(long now, long latencyNanos) {
		this.heartbeats = appended(this.heartbeats, new Heartbeat(now, Duration.ofNanos(latencyNanos)), HEARTBEATS);
		ConnectionVitals current = this.connection;
		if (current != null) {
			this.connection = new ConnectionVitals(current.interval, current.since, now,
					appended(current.latencies, Duration.ofNanos(latencyNanos), LATENCIES),
					current.latencySum + latencyNanos, current.latencyCount + 1);
		}
	}

	private static <T> List<T> appended(List<T> list, T element, int limit) {
		List<T> longer = new ArrayList<>(list);
		if (longer.size() == limit) {
			longer.remove(0);
		}
		longer.add(element);
		return List.copyOf(longer);
	}

	List<Heartbeat> heartbeats() {
		return this.heartbeats;
	}

	void commandsQueued(int queued) {
		this.commandsQueued = queued;
	}

	int commandsQueued() {
		return this.commandsQueued;
	}

	/** Whether commands that wait do so because of the send limit. */
	boolean sendsCommands() {
		return this.connection != null && (this.state == ShardState.READY || this.state == ShardState.DRAINING);
	}

	void readingPaused(boolean paused) {
		this.readingPaused = paused;
	}

	ShardSnapshot snapshot(long now) {
		ConnectionVitals open = this.connection;
		Long sessionStart = this.sessionStartedAt;
		ShardSnapshot.Connection connected = null;
		if (open != null) {
			List<Duration> latencies = open.latencies;
			connected = new ShardSnapshot.Connection(open.interval, age(now, open.since),
					(open.lastAckAt != null) ? age(now, open.lastAckAt) : null, age(now, this.lastEventAt), latencies,
					(open.latencyCount > 0) ? Duration.ofNanos(open.latencySum / open.latencyCount) : null);
		}
		Session current = this.session;
		return new ShardSnapshot(this.id, this.state,
				(current != null) ? current.withSequence(this.acknowledged) : null, this.received,
				(sessionStart != null) ? age(now, sessionStart) : null, connected, this.reconnects, this.lastDisconnect,
				this.identifyRefusal, this.fatalCloseCode, this.readingPaused, this.problem);
	}

	private static Duration age(long now, long then) {
		return Duration.ofNanos(Math.max(now - then, 0));
	}

	/** A heartbeat that was answered, and when. */
	record Heartbeat(long at, Duration latency) {
	}

	/** Thrown away whole with the connection. */
	private record ConnectionVitals(Duration interval, long since, @Nullable Long lastAckAt, List<Duration> latencies,
			long latencySum, long latencyCount) {
	}

}
