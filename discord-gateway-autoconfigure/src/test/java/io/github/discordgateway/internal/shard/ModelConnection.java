package io.github.discordgateway.internal.shard;

import java.util.ArrayDeque;
import java.util.Deque;

import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.internal.shard.ModelSession.ModelEvent;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket between a {@link ModelDriver} and the {@link ModelServer}: what the
 * server sends arrives in order and some time later, unless the client does not read.
 */
final class ModelConnection {

	/** What still arrives after reading was paused. */
	private static final int READ_AHEAD = 16;

	final int number;

	private final ModelDriver client;

	private final VirtualTime time;

	/** What has arrived and is not read. */
	private final Deque<Runnable> unread = new ArrayDeque<>();

	private long lastArrival;

	private boolean paused;

	private int readable = READ_AHEAD;

	/** Whether the server has the connection no more. */
	boolean gone;

	/** Whether the client has given it up, or knows that it has ended. */
	boolean ended;

	/** Whether what either side sends gets lost. */
	boolean broken;

	/** Whether commands cannot be written. */
	boolean failingWrites;

	/** Whether what arrives can no longer be understood. */
	private boolean corrupt;

	/** By how much acknowledgements are late. */
	long ackDelay;

	/** The session that it serves; null before IDENTIFY or RESUME was answered. */
	@Nullable ModelSession session;

	/** Whether IDENTIFY or RESUME has come. */
	boolean handshaken;

	/** When the server last demanded a heartbeat. */
	long heartbeatRequestedAt = Long.MIN_VALUE / 2;

	ModelConnection(int number, ModelDriver client, VirtualTime time) {
		this.number = number;
		this.client = client;
		this.time = time;
	}

	/** Sends a frame from the server. */
	void send(ServerMessage message, long latency) {
		send(message, null, false, latency);
	}

	/** Sends an event from the server. */
	void send(ModelEvent event, boolean replayed, long latency) {
		send(event.message, event, replayed, latency);
	}

	private void send(ServerMessage message, @Nullable ModelEvent event, boolean replayed, long latency) {
		if (!this.gone && !this.broken) {
			arrive(() -> {
				if (!this.corrupt) {
					this.client.received(this, message, event, replayed);
				}
			}, latency);
		}
	}

	/** Something arrives that cannot be understood, and nothing behind it can. */
	void corrupt(long latency) {
		if (!this.gone && !this.broken) {
			arrive(() -> {
				this.client.corrupted(this);
				this.corrupt = true;
			}, latency);
		}
	}

	/** The server closes it, behind everything that was sent. */
	void closeByServer(int code, long latency) {
		if (!this.gone) {
			leave();
			if (!this.broken) {
				arrive(() -> this.client.ended(this, new DisconnectCause.Closed(code, "")), latency);
			}
		}
	}

	/** It breaks, and what is under way gets lost. */
	void reset(long latency) {
		if (!this.gone) {
			leave();
			this.broken = true;
			this.time.plan(latency,
					() -> this.client.ended(this, new DisconnectCause.Failed("connection reset by peer")));
		}
	}

	/** The client's last word has arrived. */
	void closedByClient(int code) {
		if (!this.gone) {
			ModelSession served = this.session;
			if (served != null && (code == 1000 || code == 1001)) {
				served.alive = false;
			}
			leave();
		}
	}

	private void leave() {
		this.gone = true;
		if (this.session != null && this.session.connection == this) {
			this.session.connection = null;
		}
	}

	/** Something happens at the client's end, after what was under way before. */
	void arrive(Runnable what, long latency) {
		this.lastArrival = Math.max(this.lastArrival, this.time.now() + latency);
		this.time.plan(this.lastArrival - this.time.now(), () -> {
			if (!this.broken) {
				this.unread.add(what);
				read();
			}
		});
	}

	void pauseReading(boolean pause) {
		this.paused = pause;
		if (!pause) {
			this.readable = READ_AHEAD;
			read();
		}
	}

	private void read() {
		while (!this.unread.isEmpty() && (!this.paused || this.readable > 0)) {
			this.readable -= this.paused ? 1 : 0;
			this.unread.remove().run();
		}
	}

}
