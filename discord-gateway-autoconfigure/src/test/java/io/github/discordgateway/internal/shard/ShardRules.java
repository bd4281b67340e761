package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.DisconnectCause.Awaited;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.event.lifecycle.ShardFailed;
import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.event.lifecycle.ShardStopped;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.shard.ModelDriver.SessionSlot;
import io.github.discordgateway.internal.shard.ModelSession.ModelEvent;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * What must hold whatever happens to a shard: looks at each input before the machine sees
 * it and at each effect before it is performed, and fails when a rule is broken.
 */
final class ShardRules {

	private static final long MINUTE = Duration.ofMinutes(1).toNanos();

	private static final int FRAMES_A_MINUTE = 120;

	private static final int RESUME_URL_ATTEMPTS = 2;

	private final ShardSettings settings;

	private final VirtualTime time;

	private final SessionSlot store;

	private final CommandRules commands = new CommandRules();

	/** The session that the client has. */
	private @Nullable ModelSession session;

	/** The session that begins while the client still has another. */
	private @Nullable ModelSession begun;

	/** The session that begins, when events came before READY. */
	private @Nullable ModelSession early;

	private Link link = new Link();

	private int connects;

	private int disconnects;

	private boolean usedResumeUrl;

	private int resumeUrlFailures;

	private int resumeFailures;

	private @Nullable Long downSince;

	/** Why the session may, and must, be given up; null as long as it must be kept. */
	private @Nullable String lost;

	/** Whether no connection may be opened and no event delivered any more. */
	private boolean draining;

	private boolean readingPaused;

	/** The highest sequence of the session that the machine was given. */
	private long received;

	/** The same before the event that came last. */
	private long receivedBefore;

	private boolean fatal;

	private boolean storeFailed;

	private boolean forgetting;

	private boolean ended;

	private int resumes;

	private long notReadySince;

	private long longestNotReady;

	ShardRules(ShardSettings settings, VirtualTime time, SessionSlot store) {
		this.settings = settings;
		this.time = time;
		this.store = store;
		this.session = store.model;
		this.received = (store.session != null) ? store.session.sequence() : Frame.NO_SEQUENCE;
		this.notReadySince = time.now();
	}

	@Nullable ModelSession session() {
		return this.session;
	}

	CommandRules commands() {
		return this.commands;
	}

	/** Sessions that were resumed. */
	int resumes() {
		return this.resumes;
	}

	/** The longest time that the shard was not ready, in nanoseconds. */
	long longestNotReady() {
		return this.longestNotReady;
	}

	// Inputs

	void opened() {
		this.link = new Link();
		this.link.receivedAt = this.time.now();
		this.early = null;
	}

	void draining() {
		this.draining = true;
	}

	void readingPaused(boolean paused) {
		this.readingPaused = paused;
		this.link.receivedAt = this.time.now();
	}

	void received(ServerMessage message, ModelConnection from, ShardState state) {
		this.link.receivedAt = this.time.now();
		if (this.link.closed) {
			return;
		}
		if (message instanceof ServerMessage.InvalidSession invalid && !invalid.resumable()) {
			this.lost = "it was invalidated";
		}
		else if (state == ShardState.DRAINING) {
			return;
		}
		else if (message instanceof ServerMessage.Hello hello && this.link.interval == null) {
			this.link.interval = hello.heartbeatInterval();
			this.link.heartbeatBy = this.time.now() + hello.heartbeatInterval().toNanos();
		}
		else if (message instanceof ServerMessage.Ready ready) {
			if (this.session == null) {
				this.session = from.session;
			}
			else {
				this.begun = from.session;
			}
			this.received = ready.sequence();
			ready();
		}
		else if (message instanceof ServerMessage.Resumed resumed) {
			this.resumes++;
			this.received = Math.max(this.received, resumed.sequence());
			ready();
		}
		else if (message instanceof ServerMessage.Event event) {
			this.link.eventAt = this.time.now();
			this.early = (this.session == null) ? from.session : null;
			this.receivedBefore = this.received;
			this.received = Math.max(this.received, event.sequence());
		}
	}

	/** The event that came last could not be handed on, and comes again. */
	void notReceived() {
		this.received = this.receivedBefore;
	}

	/** What the store has is not known. */
	void storeFailed() {
		this.storeFailed = true;
		this.session = null;
		this.received = Frame.NO_SEQUENCE;
	}

	private void ready() {
		this.link.ready = true;
		this.lost = null;
		this.downSince = null;
		this.resumeFailures = 0;
		this.resumeUrlFailures = 0;
		this.longestNotReady = Math.max(this.longestNotReady, this.time.now() - this.notReadySince);
	}

	/** The connection ended, unless the client had left it before. */
	void ended(DisconnectCause cause) {
		if (!this.link.closed && cause instanceof DisconnectCause.Closed closed) {
			CloseCode.Outcome outcome = CloseCode.outcomeOf(closed.code());
			this.fatal |= outcome == CloseCode.Outcome.FATAL;
			if (outcome == CloseCode.Outcome.NEW_SESSION && this.link.interval != null) {
				this.lost = "the connection was closed with " + closed.code();
			}
		}
	}

	void stopping(boolean keepSession) {
		this.forgetting |= !keepSession;
	}

	void delivered(ModelEvent event, int process) {
		require(!this.draining, "%s is delivered in spite of the drain", event);
		require(!this.link.closed, "%s is delivered after the connection was given up", event);
		require(event.deliveredIn != process || !event.session.wellBehaved, "%s is delivered twice", event);
		event.deliveredIn = process;
	}

	// Effects

	void check(ShardEffect effect) {
		if (this.ended) {
			require(effect instanceof ShardEffect.RejectCommand || effect instanceof ShardEffect.ReleasePermit,
					"%s after the end", effect);
		}
		if (effect instanceof ShardEffect.Connect connect) {
			connect(connect);
		}
		else if (effect instanceof ShardEffect.SendHeartbeat heartbeat) {
			heartbeat(heartbeat);
		}
		else if (effect instanceof ShardEffect.SendIdentify) {
			countFrame(effect);
			require(this.session == null, "IDENTIFY in spite of session %s", name(this.session));
			require(!this.link.introduced, "IDENTIFY on a connection that had its IDENTIFY or RESUME");
			this.link.introduced = true;
		}
		else if (effect instanceof ShardEffect.SendResume resume) {
			resume(resume);
		}
		else if (effect instanceof ShardEffect.SendCommand sent) {
			countFrame(effect);
			require(this.link.ready, "A command before READY or RESUMED");
			this.commands.sent(sent.command());
		}
		else if (effect instanceof ShardEffect.SaveSession save) {
			ModelSession saved = requireSession(effect);
			require(saved.id.equals(save.session().id()), "The session is %s, but %s is saved", saved.id, effect);
			saved.acknowledged(save.session().sequence(), "The kept session");
		}
		else if (effect instanceof ShardEffect.RemoveSession) {
			require(this.lost != null || this.begun != null || this.fatal || this.forgetting,
					"The session is removed without a reason");
			this.session = this.begun;
			this.begun = null;
			this.lost = null;
			this.resumeUrlFailures = 0;
			this.resumeFailures = 0;
		}
		else if (effect instanceof ShardEffect.Close close) {
			require(!this.link.closed, "A second close of a connection");
			require(close.code() == CloseCode.KEEPS_SESSION || (this.forgetting && close.code() == 1000),
					"The connection is closed with %d", close.code());
			this.link.closed = true;
		}
		else if (effect instanceof ShardEffect.Drop) {
			this.link.closed = true;
		}
		else if (effect instanceof ShardEffect.Notify notify) {
			notice(notify.notice());
		}
	}

	private void connect(ShardEffect.Connect connect) {
		require(!this.draining, "%s in spite of the drain", connect);
		require(this.disconnects == this.connects, "A connection is opened while there is another");
		require(connect.connection() == ++this.connects, "%s has the wrong number", connect);
		ModelSession kept = this.session;
		String expected = (kept != null && this.resumeUrlFailures < RESUME_URL_ATTEMPTS) ? kept.resumeUrl : null;
		require(Objects.equals(connect.resumeUrl(), expected), "%s should go to %s", connect, expected);
		this.usedResumeUrl = expected != null;
	}

	private void heartbeat(ShardEffect.SendHeartbeat heartbeat) {
		countFrame(heartbeat);
		long interval = Objects.requireNonNull(this.link.interval).toNanos();
		require(this.time.now() <= this.link.heartbeatBy || this.time.hasStalledSince(this.link.heartbeatBy - interval),
				"A heartbeat is late");
		this.link.heartbeatBy = this.time.now() + interval;
		Long sequence = heartbeat.sequence();
		if (sequence != null) {
			ModelSession current = requireSession(heartbeat);
			boolean far = this.received - current.handledUpTo(this.received) > this.settings.maxLag()
					|| (!current.wellBehaved && this.settings.maxLag() < ShardSettings.DEFAULT.maxLag());
			if (!far || sequence != this.received) {
				current.acknowledged(sequence, "A heartbeat");
			}
		}
	}

	private void resume(ShardEffect.SendResume resume) {
		countFrame(resume);
		ModelSession resumed = requireSession(resume);
		require(this.lost == null, "The session is resumed although %s", this.lost);
		require(resumed.id.equals(resume.session().id()), "%s is resumed instead of %s", resume, resumed.id);
		require(!this.link.introduced, "RESUME on a connection that had its IDENTIFY or RESUME");
		require(!resumed.wellBehaved || resume.session().sequence() == this.received,
				"%s goes on behind something else than %d, which was received", resume, this.received);
		this.link.introduced = true;
		this.link.resuming = true;
	}

	private void countFrame(ShardEffect effect) {
		require(this.link.interval != null, "%s before HELLO", effect);
		require(!this.link.closed, "%s after the connection was given up", effect);
		long now = this.time.now();
		Deque<Long> sent = this.link.sentAt;
		sent.addLast(now);
		while (now - sent.getFirst() >= MINUTE) {
			sent.removeFirst();
		}
		require(sent.size() <= FRAMES_A_MINUTE, "%d frames in a minute", sent.size());
	}

	private void notice(ShardLifecycleEvent notice) {
		if (notice instanceof ShardDisconnected disconnected) {
			justified(disconnected.cause());
			require(++this.disconnects == this.connects, "%s for the second time", notice);
			if (this.link.ready) {
				this.notReadySince = this.time.now();
			}
			disconnected();
		}
		else if (notice instanceof ShardStopped || notice instanceof ShardFailed) {
			require(notice instanceof ShardStopped || this.fatal, "%s without a fatal code", notice);
			require(this.disconnects == this.connects, "%s with an open connection", notice);
			this.ended = true;
			ended();
		}
	}

	/** Checks that a connection was not given up too early. */
	private void justified(DisconnectCause cause) {
		long now = this.time.now();
		if (cause instanceof DisconnectCause.Silent silent) {
			require(!this.readingPaused && now - this.link.receivedAt >= silent.interval().toNanos(),
					"A connection that was not silent is given up");
		}
		else if (cause instanceof DisconnectCause.TimedOut timedOut && timedOut.awaited() == Awaited.RESUMED) {
			require(!this.readingPaused && now - this.link.eventAt >= timedOut.limit().toNanos(),
					"A resume that goes on is given up");
		}
	}

	private void disconnected() {
		if (this.session != null) {
			this.downSince = (this.downSince != null) ? this.downSince : this.time.now();
			this.resumeFailures += (this.link.resuming && !this.link.ready) ? 1 : 0;
			this.resumeUrlFailures += (this.usedResumeUrl && this.link.interval == null) ? 1 : 0;
			if (this.resumeFailures >= this.settings.resumeAttempts()
					|| this.time.now() - this.downSince >= this.settings.resumeDuration().toNanos()) {
				this.lost = "it could not be resumed";
			}
		}
		else {
			this.lost = null;
		}
	}

	/** Checks what a shard that ends leaves behind. */
	private void ended() {
		Session kept = this.store.session;
		ModelSession left = this.session;
		if (left == null && this.storeFailed && !this.forgetting && !this.fatal) {
			// What the store has may still be of use to the next process.
			return;
		}
		if (this.forgetting || this.fatal || left == null) {
			require(kept == null, "%s is kept", kept);
		}
		else if (left.wellBehaved) {
			long handled = left.handledUpTo(this.received);
			require(kept != null && kept.sequence() >= handled, "%s is kept instead of %d", kept, handled);
		}
	}

	private ModelSession requireSession(ShardEffect effect) {
		ModelSession current = (this.session != null) ? this.session : this.early;
		if (current == null) {
			throw new AssertionError(effect + " without a session");
		}
		return current;
	}

	/** Checks what must be set in each state. */
	void check(ShardState state, @Nullable ModelConnection connection, Set<ShardTimer> timers, boolean permitWanted) {
		boolean connected = connection != null && !connection.ended;
		StateRules.check(state, connected, timers, permitWanted);
		require(this.link.interval == null || this.link.closed || !connected || timers.contains(ShardTimer.HEARTBEAT),
				"No timer for heartbeats in state %s", state);
	}

	private static @Nullable String name(@Nullable ModelSession session) {
		return (session != null) ? session.id : null;
	}

	static void require(boolean holds, String rule, @Nullable Object... arguments) {
		if (!holds) {
			throw new AssertionError(String.format(rule, arguments));
		}
	}

	/** What is known of one connection. */
	private static final class Link {

		private final Deque<Long> sentAt = new ArrayDeque<>();

		/** From HELLO on. */
		private @Nullable Duration interval;

		private long heartbeatBy;

		/** When something was received, or could not be because reading was paused. */
		private long receivedAt;

		/** When an event was received. */
		private long eventAt = -MINUTE;

		private boolean introduced;

		private boolean resuming;

		private boolean ready;

		/** Whether the client has closed or dropped it. */
		private boolean closed;

	}

}
