package io.github.discordgateway.internal.shard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.ConnectionEnd;
import io.github.discordgateway.ResumeOutcome;
import io.github.discordgateway.ShardStatistics;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.EventsMissed;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.event.lifecycle.ShardFailed;
import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardReconnecting;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.event.lifecycle.ShardStopped;
import org.jspecify.annotations.Nullable;

/**
 * What the driver counts, to be read from any thread. A shard that follows another one of
 * the same number goes on with its journal.
 */
final class ShardJournal {

	private static final int MAX_ENDS = 20;

	private final Clock clock;

	// Written on the event loop of the shard only.

	private final AtomicLong wireBytes = new AtomicLong();

	private final AtomicLong inflatedBytes = new AtomicLong();

	private final AtomicLong payloads = new AtomicLong();

	private final AtomicLong malformedFrames = new AtomicLong();

	private volatile long bufferBytes;

	private final ShardGuilds guilds = new ShardGuilds();

	// What follows changes rarely.

	private long opened;

	private final Map<ConnectionEnd.Kind, Long> ends = new HashMap<>();

	private final Deque<ConnectionEnd> lastEnds = new ArrayDeque<>();

	private long reconnects;

	private Duration reconnectDelay = Duration.ZERO;

	private boolean ready;

	private @Nullable Instant lostAt;

	private long identifies;

	private long permits;

	private Duration permitWait = Duration.ZERO;

	private boolean resuming;

	private final Map<ResumeOutcome, Long> resumes = new EnumMap<>(ResumeOutcome.class);

	private long replayed;

	private long sessionsLost;

	private long missed;

	private long passedOver;

	private long commandsSent;

	private long commandsRejected;

	ShardJournal(Clock clock) {
		this.clock = clock;
	}

	void messageRead(int bytes) {
		add(this.wireBytes, bytes);
	}

	void payloadRead(int length, int capacity) {
		add(this.inflatedBytes, length);
		add(this.payloads, 1);
		if (this.bufferBytes != capacity) {
			this.bufferBytes = capacity;
		}
	}

	void malformedFrame() {
		add(this.malformedFrames, 1);
	}

	/** An addition that no other thread can get between needs no barrier. */
	private static void add(AtomicLong count, long added) {
		count.setOpaque(count.getPlain() + added);
	}

	long malformedFrames() {
		return this.malformedFrames.get();
	}

	ShardGuilds guilds() {
		return this.guilds;
	}

	synchronized void opened() {
		this.opened++;
	}

	synchronized void identified() {
		this.identifies++;
	}

	synchronized void permitGranted(Duration waited) {
		this.permits++;
		this.permitWait = this.permitWait.plus(waited);
	}

	synchronized void resuming() {
		this.resuming = true;
	}

	synchronized void commandSent() {
		this.commandsSent++;
	}

	synchronized void passedOver() {
		this.passedOver++;
	}

	synchronized void commandRejected() {
		this.commandsRejected++;
	}

	/**
	 * Takes in what happened to the shard.
	 * @param event what happened
	 * @param ownCode the close code that the shard sent last
	 */
	synchronized void noted(ShardLifecycleEvent event, int ownCode) {
		if (event instanceof ShardDisconnected disconnected) {
			ended(endOf(this.clock.instant(), disconnected.cause(), ownCode));
		}
		else if (event instanceof ShardReady) {
			ready();
		}
		else if (event instanceof ShardResumed resumed) {
			this.replayed += resumed.replayed();
			resumeEnded(ResumeOutcome.RESUMED);
			ready();
		}
		else if (event instanceof SessionLost) {
			this.sessionsLost++;
			resumeEnded(ResumeOutcome.LOST);
		}
		else if (event instanceof EventsMissed missed) {
			this.missed += missed.count();
		}
		else if (event instanceof ShardReconnecting reconnecting) {
			this.reconnects++;
			this.reconnectDelay = this.reconnectDelay.plus(reconnecting.delay());
			resumeEnded(ResumeOutcome.INTERRUPTED);
		}
		else if (event instanceof ShardFailed || event instanceof ShardStopped) {
			resumeEnded(ResumeOutcome.INTERRUPTED);
		}
	}

	static ConnectionEnd endOf(Instant at, DisconnectCause cause, int ownCode) {
		if (cause instanceof DisconnectCause.Closed closed) {
			boolean broken = closed.code() == CloseCode.ABNORMAL_CLOSURE.code();
			return new ConnectionEnd(at, closed.code(),
					broken ? ConnectionEnd.Initiator.NETWORK : ConnectionEnd.Initiator.SERVER, cause);
		}
		if (cause instanceof DisconnectCause.Failed) {
			return new ConnectionEnd(at, CloseCode.ABNORMAL_CLOSURE.code(), ConnectionEnd.Initiator.NETWORK, cause);
		}
		return new ConnectionEnd(at, ownCode, ConnectionEnd.Initiator.CLIENT, cause);
	}

	private void ready() {
		this.ready = true;
		this.lostAt = null;
	}

	private void ended(ConnectionEnd end) {
		if (this.ready) {
			this.ready = false;
			this.lostAt = end.at();
		}
		this.ends.merge(end.kind(), 1L, Long::sum);
		if (this.lastEnds.size() == MAX_ENDS) {
			this.lastEnds.removeFirst();
		}
		this.lastEnds.addLast(end);
	}

	private void resumeEnded(ResumeOutcome outcome) {
		if (this.resuming) {
			this.resuming = false;
			this.resumes.merge(outcome, 1L, Long::sum);
		}
	}

	/**
	 * All of it at about one moment.
	 * @param vitals knows what the machine writes down itself
	 * @param now the time on the machine's clock
	 */
	synchronized ShardStatistics statistics(ShardVitals vitals, long now) {
		Instant instant = this.clock.instant();
		List<ShardStatistics.Heartbeat> heartbeats = new ArrayList<>();
		vitals.heartbeats()
			.forEach((beat) -> heartbeats
				.add(new ShardStatistics.Heartbeat(instant.minusNanos(now - beat.at()), beat.latency())));
		int queued = vitals.commandsQueued();
		return new ShardStatistics(
				new ShardStatistics.Traffic(this.wireBytes.get(), this.inflatedBytes.get(), this.payloads.get(),
						this.malformedFrames.get(), this.bufferBytes),
				new ShardStatistics.Connections(this.opened, Map.copyOf(this.ends), List.copyOf(this.lastEnds),
						this.reconnects, this.reconnectDelay, this.lostAt),
				new ShardStatistics.Sessions(this.identifies, this.permits, this.permitWait, Map.copyOf(this.resumes),
						this.replayed, this.sessionsLost, this.missed, this.passedOver),
				new ShardStatistics.Commands(this.commandsSent, this.commandsRejected, queued,
						vitals.sendsCommands() ? queued : 0),
				List.copyOf(heartbeats), this.guilds.count());
	}

}
