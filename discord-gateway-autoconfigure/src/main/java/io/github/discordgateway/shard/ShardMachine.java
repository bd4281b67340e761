package io.github.discordgateway.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

import io.github.discordgateway.protocol.CloseCode;
import io.github.discordgateway.protocol.Frame;
import io.github.discordgateway.session.Session;
import io.github.discordgateway.shard.DisconnectCause.Awaited;
import org.jspecify.annotations.Nullable;

/**
 * Every rule of a gateway session. Takes one input at a time and answers with what is to
 * be done; it has no thread, no socket and no clock of its own, so each rule can be
 * tested by itself, at the exact moment that matters.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway#connection-lifecycle">Connection
 * lifecycle</a>
 */
final class ShardMachine {

	/** Ends a connection and keeps the session: any code but 1000 and 1001 does. */
	static final int KEEP_SESSION = 4000;

	/** Ends the connection and the session. */
	static final int END_SESSION = 1000;

	/**
	 * With the default back-off one IDENTIFY in five minutes, of a budget of 1000 a day.
	 */
	private static final int PAUSES_AFTER_REFUSED_IDENTIFY = 5;

	/** A timer that is late by less is late because the machine is busy. */
	private static final Duration LEAST_SLEEP = Duration.ofSeconds(5);

	private static final List<ShardEffect> NOTHING = List.of();

	private static final String STOPPED = "It was stopped";

	private final ShardSettings settings;

	private final ShardVitals vitals;

	/** Draws from [0, 1). */
	private final DoubleSupplier random;

	private final BackOff backOff;

	private final CommandQueue commands;

	private final IdentifyRefusals refusals = new IdentifyRefusals();

	private ShardState state = ShardState.NEW;

	/** The number of connections so far, which is also the number of the last one. */
	private int connections;

	private @Nullable ConnectionState connection;

	private @Nullable SessionState session;

	/** Why the shard failed; null as long as it did not. */
	private @Nullable String failure;

	private boolean readingPaused;

	private boolean draining;

	private boolean stopping;

	private boolean keepSession = true;

	ShardMachine(ShardSettings settings, ShardVitals vitals, DoubleSupplier random) {
		this.settings = settings;
		this.vitals = vitals;
		this.random = random;
		this.backOff = new BackOff(settings, random);
		this.commands = new CommandQueue(settings.maxQueuedCommands());
	}

	ShardState state() {
		return this.state;
	}

	/**
	 * Processes one input.
	 * @param input what happened
	 * @param now when, in nanoseconds on any clock that only goes forward
	 * @return what is to be done, in order
	 */
	List<ShardEffect> on(ShardInput input, long now) {
		if (input instanceof ShardInput.Received received) {
			ConnectionState current = current(received.connection());
			return (current != null && this.state != ShardState.CLOSING) ? received(current, received.signal(), now)
					: NOTHING;
		}
		List<ShardEffect> effects = new ArrayList<>();
		if (input instanceof ShardInput.Start start) {
			start(start.session(), now, effects);
		}
		else if (input instanceof ShardInput.Opened opened) {
			opened(opened, effects);
		}
		else if (input instanceof ShardInput.Ended ended) {
			ended(ended, now, effects);
		}
		else if (input instanceof ShardInput.Corrupted corrupted) {
			if (current(corrupted.connection()) != null && this.state != ShardState.CLOSING) {
				close(new DisconnectCause.Corrupted(corrupted.problem()), KEEP_SESSION, effects);
			}
		}
		else if (input instanceof ShardInput.TimerFired fired) {
			timerFired(fired.timer(), now, effects);
		}
		else if (input instanceof ShardInput.PermitGranted granted) {
			permitGranted(granted, now, effects);
		}
		else if (input instanceof ShardInput.CommandGiven given) {
			commandGiven(given.command(), now, effects);
		}
		else if (input instanceof ShardInput.CommandNotWritten notWritten) {
			commandNotWritten(notWritten, now, effects);
		}
		else if (input instanceof ShardInput.CommandCancelled cancelled) {
			cancelled.command().cancelled();
			this.commands.remove(cancelled.command());
		}
		else if (input instanceof ShardInput.ReadingPaused paused) {
			readingPaused(paused.paused());
		}
		else if (input instanceof ShardInput.Slept slept) {
			slept(slept.duration(), now, effects);
		}
		else if (input instanceof ShardInput.Renew) {
			renew(now, effects);
		}
		else if (input instanceof ShardInput.Drain drain) {
			drain(drain.keepSession(), now, effects);
		}
		else if (input instanceof ShardInput.Stop stop) {
			stop(stop.keepSession(), now, effects);
		}
		this.vitals.commandsQueued(this.commands.size());
		return effects;
	}

	// Connecting

	private void start(@Nullable Session kept, long now, List<ShardEffect> effects) {
		if (this.state == ShardState.NEW) {
			if (kept != null) {
				this.session = new SessionState(kept.id(), kept.resumeUrl(), now, new SequenceTracker(kept.sequence()));
				publishSession();
			}
			connect(effects);
		}
	}

	private void connect(List<ShardEffect> effects) {
		SessionState resumable = this.session;
		String resumeUrl = (resumable != null) ? resumable.resumeUrl() : null;
		this.connection = new ConnectionState(++this.connections, resumeUrl != null);
		enter(ShardState.CONNECTING);
		effects.add(new ShardEffect.Connect(this.connections, resumeUrl));
		effects.add(new ShardEffect.Schedule(ShardTimer.CONNECT, this.settings.connectTimeout()));
	}

	private void opened(ShardInput.Opened input, List<ShardEffect> effects) {
		if (current(input.connection()) != null && this.state == ShardState.CONNECTING) {
			enter(ShardState.AWAITING_HELLO);
			effects.add(new ShardEffect.Cancel(ShardTimer.CONNECT));
			effects.add(new ShardEffect.Schedule(ShardTimer.HELLO, this.settings.helloTimeout()));
		}
	}

	// Frames

	private List<ShardEffect> received(ConnectionState current, Signal signal, long now) {
		Heartbeats heartbeats = current.heartbeats;
		if (heartbeats != null) {
			heartbeats.received();
		}
		if (signal instanceof Signal.Event event) {
			return event(current, event.sequence(), now);
		}
		List<ShardEffect> effects = new ArrayList<>();
		if (signal instanceof Signal.HeartbeatAck) {
			acknowledged(current, now);
		}
		else if (signal instanceof Signal.HeartbeatRequest) {
			// Nothing may be sent before HELLO, an answer neither.
			if (heartbeats != null) {
				sendHeartbeat(heartbeats, now, effects);
			}
		}
		else if (signal instanceof Signal.Hello hello) {
			hello(current, hello.heartbeatInterval(), now, effects);
		}
		else if (signal instanceof Signal.Ready ready) {
			if (takesSessions(current)) {
				ready(current, ready, now, effects);
			}
		}
		else if (signal instanceof Signal.Resumed resumed) {
			if (takesSessions(current)) {
				resumed(current, resumed.sequence(), now, effects);
			}
		}
		else if (signal instanceof Signal.Reconnect) {
			close(new DisconnectCause.ReconnectRequested(), KEEP_SESSION, effects);
		}
		else if (signal instanceof Signal.InvalidSession invalid) {
			close(new DisconnectCause.SessionInvalidated(invalid.resumable()), KEEP_SESSION, effects);
		}
		return effects;
	}

	private void hello(ConnectionState current, Duration interval, long now, List<ShardEffect> effects) {
		if (this.state != ShardState.AWAITING_HELLO) {
			return;
		}
		current.heartbeats = new Heartbeats(interval);
		current.window = CommandWindow.commands(interval);
		this.vitals.connected(interval, now);
		effects.add(new ShardEffect.Cancel(ShardTimer.HELLO));
		effects
			.add(new ShardEffect.Schedule(ShardTimer.HEARTBEAT, BackOff.portion(interval, this.random.getAsDouble())));
		SessionState resumable = this.session;
		if (resumable != null) {
			enter(ShardState.RESUMING);
			current.resumeSent = true;
			current.window.sent(now);
			resumable.sequences.expectReplay();
			effects.add(new ShardEffect.SendResume(resumable.toSession()));
			effects.add(new ShardEffect.Schedule(ShardTimer.SESSION, this.settings.resumedTimeout()));
		}
		else {
			enter(ShardState.AWAITING_PERMIT);
			effects.add(new ShardEffect.RequestPermit());
		}
	}

	private void permitGranted(ShardInput.PermitGranted input, long now, List<ShardEffect> effects) {
		ConnectionState current = current(input.connection());
		if (current == null || current.window == null || this.state != ShardState.AWAITING_PERMIT) {
			effects.add(new ShardEffect.ReleasePermit());
			return;
		}
		enter(ShardState.IDENTIFYING);
		current.window.sent(now);
		effects.add(new ShardEffect.SendIdentify());
		effects.add(new ShardEffect.Schedule(ShardTimer.SESSION, this.settings.readyTimeout()));
	}

	/**
	 * Before HELLO there are no heartbeats, without which the connection would not last;
	 * and a shard that drains has begun its last session.
	 */
	private boolean takesSessions(ConnectionState current) {
		return current.heartbeats != null && this.state != ShardState.DRAINING;
	}

	private List<ShardEffect> event(ConnectionState current, long sequence, long now) {
		if (this.state == ShardState.DRAINING) {
			// Not received: a resume brings it again.
			return NOTHING;
		}
		SequenceTracker sequences = sequences(current);
		boolean replayed = this.state == ShardState.RESUMING;
		if (replayed) {
			current.replayed++;
			if (sequences.isKnown(sequence)) {
				// It is being handled, or has been: only its acknowledgement was missing.
				current.replayedKnown++;
				eventReceived(sequences, now);
				return NOTHING;
			}
		}
		Receipt receipt = sequences.receive(sequence);
		eventReceived(sequences, now);
		return List.of(new ShardEffect.Deliver(replayed, receipt));
	}

	/** The session that events come in; null without one. */
	@Nullable String sessionId() {
		SessionState current = this.session;
		return (current != null) ? current.id : null;
	}

	/** What comes before RESUME or READY belongs to no session yet. */
	private SequenceTracker sequences(ConnectionState current) {
		SessionState receiving = this.session;
		return (receiving != null && (current.resumeSent || current.readySince != null)) ? receiving.sequences
				: current.sequences;
	}

	private void eventReceived(SequenceTracker sequences, long now) {
		this.vitals.eventReceived(now, sequences.received());
	}

	private void ready(ConnectionState current, Signal.Ready ready, long now, List<ShardEffect> effects) {
		if (this.state == ShardState.RESUMING) {
			// A server that answers RESUME with a new session has lost the old one.
			loseSession(new DisconnectCause.SessionInvalidated(false), effects);
		}
		SequenceTracker sequences = sequencesOf(ready.session().sessionId(), current);
		this.session = new SessionState(ready.session().sessionId(), ready.session().resumeUrl(), now, sequences);
		deliverHandled(sequences, ready.sequence(), now, effects);
		publishSession();
		becomeReady(current, new ShardNotice.Ready(), now, effects);
	}

	private SequenceTracker sequencesOf(String sessionId, ConnectionState current) {
		SessionState before = this.session;
		if (before == null) {
			return current.sequences;
		}
		return before.id.equals(sessionId) ? before.sequences : new SequenceTracker(Frame.NO_SEQUENCE);
	}

	private void resumed(ConnectionState current, long sequence, long now, List<ShardEffect> effects) {
		deliverHandled(sequences(current), sequence, now, effects);
		if (this.state == ShardState.RESUMING) {
			becomeReady(current, new ShardNotice.Resumed(current.replayed - current.replayedKnown), now, effects);
		}
	}

	/**
	 * READY and RESUMED are the shard's own: it has handled them, whatever listeners make
	 * of them, and they are not worth a replay.
	 */
	private void deliverHandled(SequenceTracker sequences, long sequence, long now, List<ShardEffect> effects) {
		sequences.advance(sequence);
		eventReceived(sequences, now);
		effects.add(new ShardEffect.Deliver(false, new Receipt(sequence)));
	}

	private void becomeReady(ConnectionState current, ShardNotice notice, long now, List<ShardEffect> effects) {
		if (this.state == ShardState.READY) {
			return;
		}
		if (this.state == ShardState.AWAITING_PERMIT) {
			effects.add(new ShardEffect.ReleasePermit());
		}
		enter(ShardState.READY);
		this.backOff.reset();
		this.refusals.clear();
		this.vitals.identifyRefused(null);
		SessionState begun = this.session;
		if (begun != null) {
			begun.connected();
		}
		current.readySince = now;
		effects.add(new ShardEffect.Cancel(ShardTimer.SESSION));
		effects.add(new ShardEffect.Notify(notice));
		saveSession(effects);
		effects.add(new ShardEffect.Schedule(ShardTimer.SAVE, this.settings.sessionSaveInterval()));
		sendCommands(now, effects);
		this.vitals.commandsQueued(this.commands.size());
	}

	// The session, kept

	private void saveDue(List<ShardEffect> effects) {
		if (this.session != null) {
			saveSession(effects);
			effects.add(new ShardEffect.Schedule(ShardTimer.SAVE, this.settings.sessionSaveInterval()));
		}
	}

	/** Saves how far the session has come, if that has changed. */
	private void saveSession(List<ShardEffect> effects) {
		SessionState current = this.session;
		if (current != null) {
			Session reached = current.toSession();
			this.vitals.handledUpTo(reached.sequence());
			if (current.savedSequence != reached.sequence()) {
				current.savedSequence = reached.sequence();
				effects.add(new ShardEffect.SaveSession(reached));
			}
		}
	}

	private void removeSession(List<ShardEffect> effects) {
		this.session = null;
		this.vitals.session(null, null);
		effects.add(new ShardEffect.Cancel(ShardTimer.SAVE));
		effects.add(new ShardEffect.RemoveSession());
	}

	// Heartbeats

	private void sendHeartbeat(Heartbeats heartbeats, long now, List<ShardEffect> effects) {
		ConnectionState current = this.connection;
		if (current == null) {
			return;
		}
		heartbeats.sent(now);
		long acknowledged = sequences(current).acknowledged();
		effects.add(new ShardEffect.SendHeartbeat((acknowledged != Frame.NO_SEQUENCE) ? acknowledged : null));
	}

	private void heartbeatDue(long now, List<ShardEffect> effects) {
		ConnectionState current = this.connection;
		Heartbeats heartbeats = (current != null) ? current.heartbeats : null;
		if (heartbeats == null || this.state == ShardState.CLOSING) {
			return;
		}
		if (heartbeats.isDead(now) && !this.readingPaused && !this.draining) {
			drop(new DisconnectCause.Silent(heartbeats.interval()), now, effects);
			return;
		}
		sendHeartbeat(heartbeats, now, effects);
		effects.add(new ShardEffect.Schedule(ShardTimer.HEARTBEAT, heartbeats.interval()));
	}

	/**
	 * A heartbeat that is late by more than an interval: Discord has given the connection
	 * up, or is about to. One clean resume is better than a frame into nowhere.
	 */
	private void slept(Duration duration, long now, List<ShardEffect> effects) {
		ConnectionState current = this.connection;
		if (current != null && current.heartbeats != null && this.state != ShardState.CLOSING
				&& duration.compareTo(current.heartbeats.interval()) > 0 && duration.compareTo(LEAST_SLEEP) > 0) {
			drop(new DisconnectCause.Slept(duration), now, effects);
		}
	}

	private void acknowledged(ConnectionState current, long now) {
		Heartbeats heartbeats = current.heartbeats;
		long latency = (heartbeats != null) ? heartbeats.acknowledged(now) : -1;
		if (latency >= 0) {
			this.vitals.acknowledged(now, latency);
		}
	}

	private void readingPaused(boolean paused) {
		this.readingPaused = paused;
		this.vitals.readingPaused(paused);
		ConnectionState current = this.connection;
		if (!paused && current != null && current.heartbeats != null) {
			// What came meanwhile has not been read yet: the silence starts now.
			current.heartbeats.received();
		}
	}

	// Timers

	private void timerFired(ShardTimer timer, long now, List<ShardEffect> effects) {
		switch (timer) {
			case BACK_OFF -> {
				if (this.state == ShardState.BACKING_OFF) {
					this.vitals.reconnecting();
					connect(effects);
				}
			}
			case CONNECT -> {
				if (this.state == ShardState.CONNECTING) {
					timedOut(Awaited.CONNECTION, this.settings.connectTimeout(), now, effects);
				}
			}
			case HELLO -> {
				if (this.state == ShardState.AWAITING_HELLO) {
					timedOut(Awaited.HELLO, this.settings.helloTimeout(), now, effects);
				}
			}
			case SESSION -> sessionOverdue(now, effects);
			case CLOSE -> {
				ConnectionState current = this.connection;
				if (this.state == ShardState.CLOSING && current != null && current.closing != null) {
					drop(current.closing, now, effects);
				}
			}
			case HEARTBEAT -> heartbeatDue(now, effects);
			case SAVE -> saveDue(effects);
			case COMMANDS -> sendCommands(now, effects);
		}
	}

	private void sessionOverdue(long now, List<ShardEffect> effects) {
		if (this.state == ShardState.IDENTIFYING) {
			timedOut(Awaited.READY, this.settings.readyTimeout(), now, effects);
		}
		else if (this.state == ShardState.RESUMING) {
			ConnectionState current = this.connection;
			if (current != null && (this.readingPaused || current.replayed != current.replayedAtLastCheck)) {
				// The replay is long, or our listeners are slow: not the server's fault.
				current.replayedAtLastCheck = current.replayed;
				effects.add(new ShardEffect.Schedule(ShardTimer.SESSION, this.settings.resumedTimeout()));
			}
			else {
				timedOut(Awaited.RESUMED, this.settings.resumedTimeout(), now, effects);
			}
		}
	}

	/** Somebody wants another connection; a pause before one is cut short. */
	private void renew(long now, List<ShardEffect> effects) {
		if (this.draining || this.stopping) {
			return;
		}
		switch (this.state) {
			case BACKING_OFF -> {
				effects.add(new ShardEffect.Cancel(ShardTimer.BACK_OFF));
				this.vitals.reconnecting();
				connect(effects);
			}
			case CONNECTING -> drop(new DisconnectCause.Renewed(), now, effects);
			case AWAITING_HELLO, AWAITING_PERMIT, IDENTIFYING, RESUMING, READY ->
				close(new DisconnectCause.Renewed(), KEEP_SESSION, effects);
			default -> {
				// There is no connection, or it is on its way down already.
			}
		}
	}

	private void timedOut(Awaited awaited, Duration limit, long now, List<ShardEffect> effects) {
		drop(new DisconnectCause.TimedOut(awaited, limit), now, effects);
	}

	// The end of a connection

	/** Says goodbye; what follows is decided when the connection has ended. */
	private void close(DisconnectCause cause, int code, List<ShardEffect> effects) {
		ConnectionState current = this.connection;
		if (current == null) {
			return;
		}
		current.closing = cause;
		if (this.state == ShardState.AWAITING_PERMIT) {
			effects.add(new ShardEffect.ReleasePermit());
		}
		enter(ShardState.CLOSING);
		cancelTimersOfConnection(effects);
		effects.add(new ShardEffect.Close(code));
		effects.add(new ShardEffect.Schedule(ShardTimer.CLOSE, this.settings.closeTimeout()));
	}

	/** Leaves at once. */
	private void drop(DisconnectCause cause, long now, List<ShardEffect> effects) {
		effects.add(new ShardEffect.Drop(KEEP_SESSION));
		disconnected(cause, now, effects);
	}

	private void ended(ShardInput.Ended input, long now, List<ShardEffect> effects) {
		ConnectionState current = current(input.connection());
		if (current != null) {
			DisconnectCause ours = current.closing;
			disconnected((ours != null) ? ours : input.cause(), now, effects);
		}
	}

	/** The one place where a connection goes away, whoever ended it. */
	private void disconnected(DisconnectCause cause, long now, List<ShardEffect> effects) {
		ConnectionState gone = this.connection;
		if (gone == null) {
			return;
		}
		if (this.state == ShardState.AWAITING_PERMIT) {
			effects.add(new ShardEffect.ReleasePermit());
		}
		if (this.state == ShardState.IDENTIFYING) {
			this.refusals.note(cause);
		}
		this.connection = null;
		cancelTimersOfConnection(effects);
		effects.add(new ShardEffect.Cancel(ShardTimer.CLOSE));
		this.vitals.disconnected(cause);
		effects.add(new ShardEffect.Notify(new ShardNotice.Disconnected(cause)));
		Aftermath aftermath = aftermath(cause, gone.heartbeats != null);
		if (aftermath == Aftermath.FAIL && cause instanceof DisconnectCause.Closed closed) {
			fail(closed.code(), effects);
			return;
		}
		SessionState kept = this.session;
		if (kept != null) {
			kept.disconnected(gone, now);
			if (aftermath == Aftermath.DROP_SESSION || kept.isHopeless(this.settings, now)) {
				loseSession(cause, effects);
			}
		}
		if (this.stopping) {
			finish(effects);
		}
		else if (this.draining) {
			drained(effects);
		}
		else {
			backOff(cause, gone, now, effects);
		}
	}

	private void backOff(DisconnectCause cause, ConnectionState gone, long now, List<ShardEffect> effects) {
		Duration delay = this.backOff.after(cause, gone.readySince, now);
		RefusedIdentify refused = this.refusals.refusal();
		if (refused != null) {
			this.vitals.identifyRefused(refused);
			effects.add(new ShardEffect.Notify(new ShardNotice.IdentifyRefused(refused)));
			delay = this.settings.maxBackOff().multipliedBy(PAUSES_AFTER_REFUSED_IDENTIFY);
		}
		enter(ShardState.BACKING_OFF);
		effects.add(new ShardEffect.Notify(new ShardNotice.Reconnecting(delay, this.session != null)));
		effects.add(new ShardEffect.Schedule(ShardTimer.BACK_OFF, delay));
	}

	/**
	 * Decides what survives a connection, from why it ended. A connection that got no
	 * HELLO says nothing about the session, but it may say that the shard is not welcome.
	 */
	private static Aftermath aftermath(DisconnectCause cause, boolean hadHello) {
		if (cause instanceof DisconnectCause.Closed closed) {
			return switch (CloseCode.outcomeOf(closed.code())) {
				case RESUME -> Aftermath.KEEP_SESSION;
				case NEW_SESSION -> hadHello ? Aftermath.DROP_SESSION : Aftermath.KEEP_SESSION;
				case FATAL -> Aftermath.FAIL;
			};
		}
		if (cause instanceof DisconnectCause.SessionInvalidated invalidated && !invalidated.resumable()) {
			return Aftermath.DROP_SESSION;
		}
		return Aftermath.KEEP_SESSION;
	}

	private void loseSession(DisconnectCause cause, List<ShardEffect> effects) {
		SessionState lost = this.session;
		if (lost != null) {
			removeSession(effects);
			effects.add(new ShardEffect.Notify(new ShardNotice.SessionLost(lost.sequences.received(), cause)));
		}
	}

	// The end of the shard

	/**
	 * Takes no more events and opens no more connections. A connection that is ready
	 * stays until the stop, so that listeners can still send commands and Discord sees
	 * what they have handled.
	 */
	private void drain(boolean keep, long now, List<ShardEffect> effects) {
		if (this.draining || this.stopping || this.state.isFinal()) {
			return;
		}
		this.draining = true;
		this.keepSession = keep;
		if (this.state != ShardState.CLOSING) {
			effects.add(new ShardEffect.StopReading());
		}
		effects.add(new ShardEffect.Notify(new ShardNotice.Draining()));
		switch (this.state) {
			case READY -> enter(ShardState.DRAINING);
			case NEW, BACKING_OFF -> drained(effects);
			default -> leave(now, effects);
		}
	}

	/** Nothing is left of the connection; the listeners may still be at work. */
	private void drained(List<ShardEffect> effects) {
		effects.add(new ShardEffect.Cancel(ShardTimer.BACK_OFF));
		this.commands.rejectAll(STOPPED, effects);
		enter(ShardState.DRAINING);
	}

	private void stop(boolean keep, long now, List<ShardEffect> effects) {
		if (this.stopping || this.state.isFinal()) {
			return;
		}
		this.stopping = true;
		this.keepSession = keep;
		this.commands.rejectAll(STOPPED, effects);
		if (this.connection != null) {
			leave(now, effects);
		}
		else {
			finish(effects);
		}
	}

	private void leave(long now, List<ShardEffect> effects) {
		switch (this.state) {
			case CONNECTING -> drop(new DisconnectCause.Stopped(), now, effects);
			case CLOSING -> {
				// The connection is on its way down already.
			}
			default -> close(new DisconnectCause.Stopped(), this.keepSession ? KEEP_SESSION : END_SESSION, effects);
		}
	}

	private void finish(List<ShardEffect> effects) {
		if (this.keepSession) {
			saveSession(effects);
		}
		else {
			removeSession(effects);
		}
		effects.add(new ShardEffect.Cancel(ShardTimer.BACK_OFF));
		effects.add(new ShardEffect.Cancel(ShardTimer.SAVE));
		enter(ShardState.STOPPED);
		effects.add(new ShardEffect.Notify(new ShardNotice.Stopped()));
	}

	private void fail(int closeCode, List<ShardEffect> effects) {
		removeSession(effects);
		this.vitals.failed(closeCode);
		enter(ShardState.FAILED);
		this.failure = "It was closed with " + CloseCode.describe(closeCode);
		this.commands.rejectAll(this.failure, effects);
		effects.add(new ShardEffect.Notify(new ShardNotice.Failed(closeCode)));
	}

	// Commands

	private void commandGiven(PendingCommand command, long now, List<ShardEffect> effects) {
		if (command.isCancelled()) {
			return;
		}
		String refusal = refusal();
		if (refusal != null) {
			effects.add(new ShardEffect.RejectCommand(command, refusal));
		}
		else if (this.commands.add(command, effects)) {
			sendCommands(now, effects);
		}
	}

	/**
	 * A command is as good as never sent, since no part of a frame is of use to the
	 * server. Others wait for the end of the connection, which follows.
	 */
	private void commandNotWritten(ShardInput.CommandNotWritten input, long now, List<ShardEffect> effects) {
		ConnectionState current = current(input.connection());
		if (current != null) {
			current.unwritable = true;
		}
		String refusal = refusal();
		if (refusal != null) {
			effects.add(new ShardEffect.RejectCommand(input.command(), refusal));
		}
		else {
			this.commands.putBack(input.command());
			sendCommands(now, effects);
		}
	}

	/** Why no command is taken; null when one is. */
	private @Nullable String refusal() {
		if (this.failure != null) {
			return this.failure;
		}
		boolean leaving = this.draining && (this.connection == null || this.state != ShardState.DRAINING);
		return (this.stopping || leaving || this.state.isFinal()) ? STOPPED : null;
	}

	private void sendCommands(long now, List<ShardEffect> effects) {
		ConnectionState current = this.connection;
		if (current != null && current.window != null && !current.unwritable
				&& (this.state == ShardState.READY || this.state == ShardState.DRAINING)) {
			this.commands.send(current.window, current.presenceWindow, now, effects);
		}
	}

	// Shared

	private @Nullable ConnectionState current(int number) {
		ConnectionState current = this.connection;
		return (current != null && current.number == number) ? current : null;
	}

	private void enter(ShardState entered) {
		this.state = entered;
		this.vitals.state(entered);
	}

	private void publishSession() {
		SessionState current = this.session;
		this.vitals.session((current != null) ? current.toSession() : null,
				(current != null) ? current.startedAt : null);
	}

	private static void cancelTimersOfConnection(List<ShardEffect> effects) {
		for (ShardTimer timer : ShardTimer.values()) {
			if (timer != ShardTimer.BACK_OFF && timer != ShardTimer.CLOSE && timer != ShardTimer.SAVE) {
				effects.add(new ShardEffect.Cancel(timer));
			}
		}
	}

	/** What survives a connection. */
	private enum Aftermath {

		KEEP_SESSION, DROP_SESSION, FAIL

	}

}
