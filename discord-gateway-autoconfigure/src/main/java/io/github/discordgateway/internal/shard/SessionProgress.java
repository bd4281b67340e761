package io.github.discordgateway.internal.shard;

import io.github.discordgateway.BotIdentity;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.EventsMissed;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.Frame.SessionStart;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Which session the shard has, and how far it has come: what was received, what is
 * handled, what is saved, and what a replay left out.
 *
 * <p>
 * A RESUME of the process that received the events goes on behind what it has
 * <em>received</em>: the rest lies in its memory. What is saved is how far everything is
 * <em>handled</em>, since that is where another process has to go on.
 */
final class SessionProgress {

	/**
	 * RESUMED and READY have numbers, too, and are not replayed. Another process, which
	 * goes on behind what was handled, may miss the number of one.
	 */
	private static final long OWN_EVENTS_IN_ONE_PLACE = 1;

	private final ShardSettings settings;

	private final ShardVitals vitals;

	private final ShardActions actions;

	private @Nullable SessionState session;

	/** The sequence up to which every event is handled. */
	private long handled = Frame.NO_SEQUENCE;

	/** What had been received before the event that came last. */
	private long receivedBefore = Frame.NO_SEQUENCE;

	/** Behind which sequence an event could not be handed on; null for none. */
	private @Nullable Long failedBehind;

	SessionProgress(ShardSettings settings, ShardVitals vitals, ShardActions actions) {
		this.settings = settings;
		this.vitals = vitals;
		this.actions = actions;
	}

	@Nullable SessionState session() {
		return this.session;
	}

	/** Goes on with what another process, or an earlier run of this one, has saved. */
	void restore(Session kept, long now) {
		SessionState restored = new SessionState(kept.id(), kept.resumeUrl(), kept.bot(), now, kept.sequence());
		restored.restored = true;
		this.session = restored;
		this.handled = kept.sequence();
		this.actions.track(kept.sequence());
		publish();
	}

	/** READY came: a session begins, or the one that there is goes on. */
	void begin(ConnectionState connection, SessionStart start, long sequence, long now) {
		SessionState before = this.session;
		if (before == null || !before.id.equals(start.sessionId())) {
			if (before != null) {
				forget();
			}
			this.session = new SessionState(start.sessionId(), start.resumeUrl(), bot(start), now,
					(sequence != Frame.NO_SEQUENCE) ? sequence : connection.early);
			if (connection.early == Frame.NO_SEQUENCE) {
				this.handled = sequence;
			}
		}
		else {
			receiveOwn(before, sequence);
		}
		deliverOwn(sequence, now);
		publish();
	}

	private static @Nullable BotIdentity bot(SessionStart start) {
		return (start.userId() != null) ? new BotIdentity(start.userId(), start.applicationId()) : null;
	}

	/** RESUME is about to be sent. */
	Session resume(ConnectionState connection, SessionState resumed) {
		connection.replay = new Replay(resumed.received,
				!resumed.gapless ? Long.MAX_VALUE : resumed.restored ? OWN_EVENTS_IN_ONE_PLACE : 0);
		return resumed.at(resumed.received);
	}

	/** RESUMED came. */
	void resumed(ConnectionState connection, long sequence, long now) {
		SessionState resumed = sessionOf(connection);
		Replay replay = connection.replay;
		if (resumed != null) {
			if (replay != null) {
				replay.follows(resumed.received, sequence);
				replay.end();
				reportMissed(replay);
			}
			receiveOwn(resumed, sequence);
			resumed.restored = false;
		}
		deliverOwn(sequence, now);
	}

	/**
	 * Takes an event in and hands it on, unless it is known.
	 * @param connection where it came
	 * @param sequence its sequence
	 * @param replayed whether RESUMED is still to come
	 */
	void event(ConnectionState connection, long sequence, boolean replayed, long now) {
		SessionState receiving = sessionOf(connection);
		if (receiving == null) {
			this.receivedBefore = connection.early;
			connection.early = Math.max(connection.early, sequence);
			this.vitals.eventReceived(now, connection.early);
			this.actions.deliver(sequence, false);
			return;
		}
		Replay replay = connection.replay;
		if (replayed && replay != null && replay.isKnown(sequence)) {
			// It lies in memory, or is handled: only the server did not know.
			this.vitals.eventReceived(now, receiving.received);
			return;
		}
		if (replay != null && replay.isLookedAt()) {
			replay.follows(receiving.received, sequence);
			if (!replayed) {
				reportMissed(replay);
			}
		}
		else if (sequence > receiving.received + 1) {
			receiving.gapless = false;
		}
		this.receivedBefore = receiving.received;
		receiving.received = Math.max(receiving.received, sequence);
		this.vitals.eventReceived(now, receiving.received);
		this.actions.deliver(sequence, replayed);
	}

	private void reportMissed(Replay replay) {
		EventsMissed missed = replay.takeMissed(this.vitals.id());
		if (missed != null) {
			this.actions.tell(missed);
		}
	}

	/**
	 * The event that came last could not be read or handed on.
	 * @return whether it is to be received again; otherwise it is passed over
	 */
	boolean isWantedAgain(ConnectionState connection, long sequence, String problem) {
		SessionState receiving = sessionOf(connection);
		Long before = this.failedBehind;
		if (receiving == null || (before != null && before == this.receivedBefore)) {
			this.failedBehind = null;
			this.actions.passOver(sequence, problem);
			return false;
		}
		this.failedBehind = this.receivedBefore;
		receiving.received = this.receivedBefore;
		this.vitals.received(receiving.received);
		return true;
	}

	/** A frame could not even be read, so that it is not known what came. */
	void unreadable(ConnectionState connection) {
		SessionState receiving = sessionOf(connection);
		this.receivedBefore = (receiving != null) ? receiving.received : connection.early;
	}

	private void receiveOwn(SessionState receiving, long sequence) {
		if (sequence != Frame.NO_SEQUENCE) {
			this.handled = (this.handled >= receiving.received) ? Math.max(this.handled, sequence) : this.handled;
			receiving.received = Math.max(receiving.received, sequence);
		}
	}

	private void deliverOwn(long sequence, long now) {
		SessionState receiving = this.session;
		long received = (receiving != null) ? receiving.received : sequence;
		this.vitals.eventReceived(now, received);
		this.actions.deliverOwn((sequence != Frame.NO_SEQUENCE) ? received : sequence);
	}

	/** What comes before RESUME or READY belongs to no session yet. */
	private @Nullable SessionState sessionOf(ConnectionState connection) {
		return (connection.replay != null || connection.readySince != null) ? this.session : null;
	}

	/** The listeners have handled every event up to this one. */
	void handledUpTo(long sequence) {
		this.handled = sequence;
		if (this.session != null) {
			this.vitals.handledUpTo(sequence);
		}
	}

	/**
	 * What a heartbeat says. A server may forget what it is told to be handled, and so
	 * what another process would need; but it must not keep events without bound.
	 */
	long heartbeatSequence(ConnectionState connection) {
		SessionState current = this.session;
		long received = (current != null) ? current.received : connection.early;
		return (received - this.handled > this.settings.maxLag()) ? received : this.handled;
	}

	/** Saves how far the session is handled, if that has changed. */
	void save() {
		SessionState current = this.session;
		if (current != null && current.saved != this.handled) {
			current.saved = this.handled;
			this.actions.saveSession(current.at(this.handled));
		}
	}

	/** Saves it as if it never had been. */
	void saveAgain() {
		SessionState current = this.session;
		if (current != null) {
			current.saved = SessionState.NEVER;
			save();
		}
	}

	/** A connection has ended. */
	void disconnected(ConnectionState gone, long now) {
		SessionState kept = this.session;
		if (kept != null) {
			kept.disconnected(gone, now);
		}
		else if (gone.early != Frame.NO_SEQUENCE) {
			// What came before a READY that never came belongs to nothing.
			forget();
		}
	}

	/** Reports that the session is given up, if there is one. */
	void lose(DisconnectCause cause) {
		SessionState lost = this.session;
		if (lost != null) {
			remove();
			this.actions.tell(new SessionLost(this.vitals.id(), lost.received, cause));
		}
	}

	/** Forgets the session, here and where it is kept. */
	void remove() {
		forget();
		this.vitals.session(null, null);
		this.actions.cancel(ShardTimer.SAVE);
		this.actions.removeSession();
	}

	private void forget() {
		this.session = null;
		this.handled = Frame.NO_SEQUENCE;
		this.failedBehind = null;
		this.actions.track(Frame.NO_SEQUENCE);
	}

	private void publish() {
		SessionState current = this.session;
		if (current != null) {
			this.vitals.session(current.at(this.handled), current.startedAt);
		}
	}

}
