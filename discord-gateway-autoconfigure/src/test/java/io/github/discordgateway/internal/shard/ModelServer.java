package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.shard.ModelSession.ModelEvent;
import org.jspecify.annotations.Nullable;

/**
 * What Discord is to one shard: accepts connections, keeps sessions with all their
 * events, replays what a RESUME asks for, and misbehaves as it is told.
 */
final class ModelServer {

	static final int GUILDS = 4;

	private final VirtualTime time;

	private final Random random;

	private final Nature nature;

	private final Map<String, ModelSession> sessions = new HashMap<>();

	/** How the next connections go; as usual when there is none. */
	final Deque<ConnectFault> connectFaults = new ArrayDeque<>();

	/** How the next IDENTIFYs and RESUMEs go; as usual when there is none. */
	final Deque<HandshakeFault> handshakeFaults = new ArrayDeque<>();

	/** The connection that was opened last. */
	@Nullable ModelConnection latest;

	/** The session that was begun or resumed last. */
	@Nullable ModelSession served;

	/** Whether it closed a connection with a code that ends the shard. */
	boolean fatal;

	/** Whether the client's close frames are not answered. */
	boolean mute;

	private int sessionsMade;

	private int eventsMade;

	int identifies;

	int resumes;

	ModelServer(VirtualTime time, Random random, Nature nature) {
		this.time = time;
		this.random = random;
		this.nature = nature;
	}

	private long latency() {
		return (1 + this.random.nextInt(40)) * 1_000_000L;
	}

	void connected(ModelConnection connection, ModelDriver client) {
		this.latest = connection;
		ConnectFault fault = this.connectFaults.isEmpty() ? ConnectFault.NONE : this.connectFaults.remove();
		ServerMessage hello = new ServerMessage.Hello(this.nature.interval);
		switch (fault) {
			case REFUSED -> connection.reset(latency());
			case HANG -> {
			}
			case LATE_HELLO -> {
				connection.arrive(() -> client.opened(connection), latency());
				connection.send(hello, seconds(1 + this.random.nextInt(24)));
			}
			case NO_HELLO -> connection.arrive(() -> client.opened(connection), latency());
			case CLOSED_AT_ONCE -> {
				connection.arrive(() -> client.opened(connection), latency());
				close(connection, new int[] { 1000, 1006, 4000, 4009 }[this.random.nextInt(4)]);
			}
			case RECONNECT_FIRST -> {
				connection.arrive(() -> client.opened(connection), latency());
				connection.send(new ServerMessage.HeartbeatRequest(), latency());
				connection.send(new ServerMessage.Reconnect(), latency());
				connection.send(hello, latency());
			}
			case UNUSABLE_HELLO -> {
				connection.arrive(() -> client.opened(connection), latency());
				connection.send(new ServerMessage.Unusable(true, Frame.NO_SEQUENCE, "no interval"), latency());
			}
			case NONE -> {
				connection.arrive(() -> client.opened(connection), latency());
				connection.send(hello, latency());
			}
		}
	}

	private void onArrival(ModelConnection connection, Runnable what) {
		this.time.plan(latency(), () -> {
			if (!connection.gone && !connection.broken) {
				what.run();
			}
		});
	}

	void heartbeat(ModelConnection connection) {
		onArrival(connection, () -> connection.send(new ServerMessage.HeartbeatAck(), latency() + connection.ackDelay));
	}

	void identify(ModelConnection connection) {
		this.identifies++;
		onArrival(connection, () -> {
			handshake(connection);
			HandshakeFault fault = nextHandshakeFault();
			if (!fault.refuses) {
				begin(connection, !this.nature.wellBehaved);
			}
			else {
				refuse(connection, fault);
			}
		});
	}

	void resume(ModelConnection connection, String id, long sequence) {
		this.resumes++;
		onArrival(connection, () -> {
			handshake(connection);
			HandshakeFault fault = nextHandshakeFault();
			ModelSession session = this.sessions.get(id);
			if (fault == HandshakeFault.NEW_SESSION && !this.nature.sameSessionId) {
				if (session != null) {
					session.alive = false;
				}
				begin(connection, false);
			}
			else if (fault.refuses) {
				refuse(connection, fault);
			}
			else if (session == null || !session.alive) {
				refuse(connection, HandshakeFault.INVALID);
			}
			else if (this.nature.wellBehaved && sequence > session.highest()) {
				close(connection, 4007);
			}
			else {
				replay(connection, session, sequence, fault);
			}
		});
	}

	private static void handshake(ModelConnection connection) {
		if (connection.handshaken) {
			throw new AssertionError("A second IDENTIFY or RESUME on connection " + connection.number);
		}
		connection.handshaken = true;
	}

	private HandshakeFault nextHandshakeFault() {
		return this.handshakeFaults.isEmpty() ? HandshakeFault.NONE : this.handshakeFaults.remove();
	}

	private void begin(ModelConnection connection, boolean early) {
		int number = this.nature.sameSessionId ? 1 : ++this.sessionsMade;
		String resumeUrl = this.nature.noResumeUrl ? null : "wss://resume-" + number + ".test";
		ModelSession begun = new ModelSession("session-" + number, resumeUrl, this.nature.wellBehaved);
		ModelSession before = this.sessions.put(begun.id, begun);
		if (before != null) {
			before.alive = false;
		}
		attach(connection, begun);
		if (early && this.random.nextBoolean()) {
			emit(begun, 1);
		}
		long sequence = this.nature.wellBehaved ? 1 : this.random.nextInt(2);
		connection.send(begun.own(new ServerMessage.Ready(sequence, VirtualShard.start(begun.id, resumeUrl)), sequence),
				false, latency());
		emit(begun, this.random.nextInt(4));
	}

	private void replay(ModelConnection connection, ModelSession session, long sequence, HandshakeFault fault) {
		attach(connection, session);
		List<ModelEvent> missed = session.after(sequence)
			.stream()
			.filter((event) -> event.message instanceof ServerMessage.Event)
			.toList();
		int count = (fault == HandshakeFault.CUT) ? missed.size() / 2 : missed.size();
		long pause = (fault == HandshakeFault.SLOW && count < 10) ? seconds(40) : 0;
		for (int i = 0; i < count; i++) {
			connection.send(missed.get(i), true, i * pause + latency());
		}
		if (fault == HandshakeFault.CUT) {
			close(connection, 1006);
		}
		else {
			long next = nextSequence(session);
			connection.send(session.own(new ServerMessage.Resumed(next), next), false, count * pause + latency());
		}
	}

	private void attach(ModelConnection connection, ModelSession session) {
		this.served = session;
		connection.session = session;
		session.connection = connection;
	}

	private void refuse(ModelConnection connection, HandshakeFault fault) {
		switch (fault) {
			case INVALID_RESUMABLE -> invalidate(connection, true);
			case INVALID, NEW_SESSION -> invalidate(connection, false);
			case CLOSED -> close(connection, 4000);
			case SILENT -> connection.broken = true;
			case UNUSABLE ->
				connection.send(new ServerMessage.Unusable(false, Frame.NO_SEQUENCE, "no session_id"), latency());
			case OUTAGE -> {
				// Heartbeats are answered, and nothing else comes.
			}
			default -> throw new IllegalArgumentException(fault.name());
		}
	}

	/** Says that the session is invalid, and means it. */
	void invalidate(ModelConnection connection, boolean resumable) {
		ModelSession session = connection.session;
		if (session != null && !resumable) {
			session.alive = false;
		}
		connection.send(new ServerMessage.InvalidSession(resumable), latency());
	}

	/** Demands a heartbeat, unless it did within the last minute. */
	void requestHeartbeat(ModelConnection connection) {
		if (this.time.now() - connection.heartbeatRequestedAt > seconds(61)) {
			connection.heartbeatRequestedAt = this.time.now();
			connection.send(new ServerMessage.HeartbeatRequest(), latency());
		}
	}

	void close(ModelConnection connection, int code) {
		ModelSession session = connection.session;
		switch (CloseCode.outcomeOf(code)) {
			case FATAL -> this.fatal = true;
			case NEW_SESSION -> {
				if (session != null) {
					session.alive = false;
				}
			}
			case RESUME -> {
			}
		}
		connection.closeByServer(code, latency());
	}

	/** The client has sent a close frame. */
	void closing(ModelConnection connection, int code, ModelDriver client) {
		boolean answered = !this.mute && !connection.broken && this.random.nextInt(4) != 0;
		onArrival(connection, () -> {
			connection.closedByClient(code);
			if (answered) {
				connection.arrive(() -> client.ended(connection, new DisconnectCause.Closed(code, "")), latency());
			}
		});
	}

	/** The client has left, with a close frame for which it does not wait. */
	void dropped(ModelConnection connection, int code) {
		onArrival(connection, () -> connection.closedByClient(code));
	}

	/** Sends events, to nobody while the session has no connection. */
	void emit(ModelSession session, int count) {
		for (int i = 0; i < count && session.alive; i++) {
			int guild = (this.random.nextInt(4) == 0) ? ModelSession.UNWANTED : this.random.nextInt(GUILDS);
			ModelEvent event = session.event(nextSequence(session), guild);
			this.eventsMade++;
			ModelConnection connection = session.connection;
			if (connection != null) {
				connection.send(event, false, latency());
			}
		}
	}

	private long nextSequence(ModelSession session) {
		if (this.nature.wellBehaved) {
			return session.highest() + 1 + ((this.random.nextInt(10) == 0) ? this.random.nextInt(5) : 0);
		}
		return switch (this.random.nextInt(12)) {
			case 0 -> -1;
			case 1 -> 0;
			case 2 -> Math.max(session.highest(), 0);
			case 3 -> Math.max(session.highest() - this.random.nextInt(10), 0);
			default -> session.highest() + 1;
		};
	}

	/** From now on the server does what it should. */
	void heal() {
		this.connectFaults.clear();
		this.handshakeFaults.clear();
		this.mute = false;
		ModelConnection connection = this.latest;
		if (connection != null) {
			connection.ackDelay = 0;
			if (connection.failingWrites) {
				connection.reset(latency());
			}
		}
	}

	int eventsMade() {
		return this.eventsMade;
	}

	private static long seconds(long count) {
		return Duration.ofSeconds(count).toNanos();
	}

	/** What a server is like. */
	record Nature(Duration interval, boolean wellBehaved, boolean noResumeUrl, boolean sameSessionId) {
	}

	/** How a connection can go wrong. */
	enum ConnectFault {

		NONE, REFUSED, HANG, LATE_HELLO, NO_HELLO, CLOSED_AT_ONCE, RECONNECT_FIRST, UNUSABLE_HELLO

	}

	/** How the start or the resumption of a session can go wrong. */
	enum HandshakeFault {

		NONE(false), CUT(false), SLOW(false), INVALID_RESUMABLE(true), INVALID(true), CLOSED(true), SILENT(true),
		OUTAGE(true), UNUSABLE(true), NEW_SESSION(true);

		private final boolean refuses;

		HandshakeFault(boolean refuses) {
			this.refuses = refuses;
		}

	}

}
