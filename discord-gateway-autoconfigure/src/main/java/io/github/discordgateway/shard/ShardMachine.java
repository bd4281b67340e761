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

	/** Connections to the resume URL that may fail before the main URL is taken. */
	private static final int RESUME_URL_ATTEMPTS = 2;

	private static final List<ShardEffect> NOTHING = List.of();

	private static final List<ShardEffect> DELIVER_LIVE = List.of(new ShardEffect.Deliver(false));

	private static final List<ShardEffect> DELIVER_REPLAYED = List.of(new ShardEffect.Deliver(true));

	private final ShardSettings settings;

	private final ShardVitals vitals;

	/** Draws from [0, 1). */
	private final DoubleSupplier random;

	private final BackOff backOff;

	private final CommandQueue commands;

	private ShardState state = ShardState.NEW;

	/** The number of connections so far, which is also the number of the last one. */
	private int connections;

	private @Nullable ConnectionState connection;

	private @Nullable SessionState session;

	private int resumeUrlFailures;

	private boolean readingPaused;

	private boolean stopping;

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
			commandNotWritten(notWritten.command(), effects);
		}
		else if (input instanceof ShardInput.ReadingPaused paused) {
			readingPaused(paused.paused());
		}
		else if (input instanceof ShardInput.Stop stop) {
			stop(stop.keepSession(), now, effects);
		}
		return effects;
	}

	// Connecting

	private void start(@Nullable Session kept, long now, List<ShardEffect> effects) {
		if (this.state == ShardState.NEW) {
			if (kept != null) {
				this.session = new SessionState(kept, now);
				publishSession();
			}
			connect(effects);
		}
	}

	private void connect(List<ShardEffect> effects) {
		SessionState resumable = this.session;
		String resumeUrl = (resumable != null && this.resumeUrlFailures < RESUME_URL_ATTEMPTS) ? resumable.resumeUrl
				: null;
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
			ready(current, ready, now, effects);
		}
		else if (signal instanceof Signal.Resumed resumed) {
			resumed(current, resumed.sequence(), now, effects);
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
		current.window = new CommandWindow(interval);
		this.vitals.connected(interval, now);
		effects.add(new ShardEffect.Cancel(ShardTimer.HELLO));
		effects
			.add(new ShardEffect.Schedule(ShardTimer.HEARTBEAT, BackOff.portion(interval, this.random.getAsDouble())));
		SessionState resumable = this.session;
		if (resumable != null) {
			enter(ShardState.RESUMING);
			current.resumeSent = true;
			current.window.sent(now);
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

	private List<ShardEffect> event(ConnectionState current, long sequence, long now) {
		track(current, sequence, now);
		if (this.state == ShardState.RESUMING) {
			current.replayed++;
			return DELIVER_REPLAYED;
		}
		return DELIVER_LIVE;
	}

	/**
	 * Keeps the highest: on servers that differ, sequences may repeat or come out of
	 * order.
	 */
	private void track(ConnectionState current, long sequence, long now) {
		SessionState receiving = this.session;
		if (receiving != null) {
			receiving.sequence = Math.max(receiving.sequence, sequence);
		}
		else {
			current.sequenceBeforeReady = Math.max(current.sequenceBeforeReady, sequence);
		}
		this.vitals.eventReceived(now, sequence());
	}

	private long sequence() {
		SessionState receiving = this.session;
		ConnectionState current = this.connection;
		if (receiving != null) {
			return receiving.sequence;
		}
		return (current != null) ? current.sequenceBeforeReady : Frame.NO_SEQUENCE;
	}

	private void ready(ConnectionState current, Signal.Ready ready, long now, List<ShardEffect> effects) {
		if (this.state == ShardState.RESUMING) {
			// A server that answers RESUME with a new session has lost the old one.
			loseSession(new DisconnectCause.SessionInvalidated(false), effects);
		}
		this.session = new SessionState(
				new Session(ready.session().sessionId(), ready.session().resumeUrl(), current.sequenceBeforeReady),
				now);
		track(current, ready.sequence(), now);
		publishSession();
		effects.add(new ShardEffect.Deliver(false));
		becomeReady(current, new ShardNotice.Ready(), now, effects);
	}

	private void resumed(ConnectionState current, long sequence, long now, List<ShardEffect> effects) {
		track(current, sequence, now);
		effects.add(new ShardEffect.Deliver(false));
		if (this.state == ShardState.RESUMING) {
			becomeReady(current, new ShardNotice.Resumed(current.replayed), now, effects);
		}
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
		this.resumeUrlFailures = 0;
		SessionState begun = this.session;
		if (begun != null) {
			begun.resumeFailures = 0;
			begun.resumingSince = null;
		}
		current.readySince = now;
		effects.add(new ShardEffect.Cancel(ShardTimer.SESSION));
		effects.add(new ShardEffect.Notify(notice));
		sendCommands(now, effects);
	}

	// Heartbeats

	private void sendHeartbeat(Heartbeats heartbeats, long now, List<ShardEffect> effects) {
		heartbeats.sent(now);
		long sequence = sequence();
		effects.add(new ShardEffect.SendHeartbeat((sequence != Frame.NO_SEQUENCE) ? sequence : null));
	}

	private void heartbeatDue(long now, List<ShardEffect> effects) {
		ConnectionState current = this.connection;
		Heartbeats heartbeats = (current != null) ? current.heartbeats : null;
		if (heartbeats == null || this.state == ShardState.CLOSING) {
			return;
		}
		if (heartbeats.isDead(now) && !this.readingPaused) {
			drop(new DisconnectCause.Silent(heartbeats.interval()), now, effects);
			return;
		}
		sendHeartbeat(heartbeats, now, effects);
		effects.add(new ShardEffect.Schedule(ShardTimer.HEARTBEAT, heartbeats.interval()));
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
		if (this.stopping) {
			finish(effects);
			return;
		}
		noteFailedResume(gone, now);
		if (aftermath == Aftermath.DROP_SESSION || resumeIsHopeless(now)) {
			loseSession(cause, effects);
		}
		Duration delay = this.backOff.after(cause, gone.readySince, now);
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

	private void noteFailedResume(ConnectionState gone, long now) {
		SessionState kept = this.session;
		if (kept == null) {
			return;
		}
		if (kept.resumingSince == null) {
			kept.resumingSince = now;
		}
		if (gone.resumeSent && gone.readySince == null) {
			kept.resumeFailures++;
		}
		if (gone.usedResumeUrl && gone.heartbeats == null) {
			this.resumeUrlFailures++;
		}
	}

	private boolean resumeIsHopeless(long now) {
		SessionState kept = this.session;
		return kept != null && (kept.resumeFailures >= this.settings.resumeAttempts() || (kept.resumingSince != null
				&& now - kept.resumingSince >= this.settings.resumeDuration().toNanos()));
	}

	private void loseSession(DisconnectCause cause, List<ShardEffect> effects) {
		SessionState lost = this.session;
		if (lost != null) {
			this.session = null;
			this.resumeUrlFailures = 0;
			this.vitals.session(null, null);
			effects.add(new ShardEffect.Notify(new ShardNotice.SessionLost(lost.sequence, cause)));
		}
	}

	// The end of the shard

	private void stop(boolean keepSession, long now, List<ShardEffect> effects) {
		if (this.stopping || this.state.isFinal()) {
			return;
		}
		this.stopping = true;
		this.commands.rejectAll("The shard was stopped", effects);
		switch (this.state) {
			case NEW, BACKING_OFF -> finish(effects);
			case CONNECTING -> drop(new DisconnectCause.Stopped(), now, effects);
			case CLOSING -> {
				// The connection is on its way down already.
			}
			default -> close(new DisconnectCause.Stopped(), keepSession ? KEEP_SESSION : END_SESSION, effects);
		}
		if (!keepSession) {
			this.session = null;
			this.vitals.session(null, null);
		}
	}

	private void finish(List<ShardEffect> effects) {
		effects.add(new ShardEffect.Cancel(ShardTimer.BACK_OFF));
		enter(ShardState.STOPPED);
		effects.add(new ShardEffect.Notify(new ShardNotice.Stopped()));
	}

	private void fail(int closeCode, List<ShardEffect> effects) {
		this.session = null;
		this.vitals.session(null, null);
		this.vitals.failed(closeCode);
		enter(ShardState.FAILED);
		this.commands.rejectAll("The shard was closed with " + CloseCode.describe(closeCode), effects);
		effects.add(new ShardEffect.Notify(new ShardNotice.Failed(closeCode)));
	}

	// Commands

	private void commandGiven(PendingCommand command, long now, List<ShardEffect> effects) {
		if (this.stopping || this.state.isFinal()) {
			effects.add(new ShardEffect.RejectCommand(command, "The shard has ended"));
		}
		else if (this.commands.add(command, effects)) {
			sendCommands(now, effects);
		}
	}

	private void commandNotWritten(PendingCommand command, List<ShardEffect> effects) {
		if (this.stopping || this.state.isFinal()) {
			effects.add(new ShardEffect.RejectCommand(command, "The shard has ended"));
		}
		else {
			this.commands.putBack(command);
		}
	}

	private void sendCommands(long now, List<ShardEffect> effects) {
		ConnectionState current = this.connection;
		if (current != null && current.window != null && this.state == ShardState.READY) {
			this.commands.send(current.window, now, effects);
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
			if (timer != ShardTimer.BACK_OFF && timer != ShardTimer.CLOSE) {
				effects.add(new ShardEffect.Cancel(timer));
			}
		}
	}

	/** What survives a connection. */
	private enum Aftermath {

		KEEP_SESSION, DROP_SESSION, FAIL

	}

}
