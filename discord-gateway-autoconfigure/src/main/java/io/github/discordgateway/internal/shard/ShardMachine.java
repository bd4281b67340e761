package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.IdentifyRefusal;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.DisconnectCause.Awaited;
import io.github.discordgateway.event.lifecycle.EventsMissed;
import io.github.discordgateway.event.lifecycle.IdentifyRefused;
import io.github.discordgateway.event.lifecycle.SessionRestored;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.event.lifecycle.ShardDraining;
import io.github.discordgateway.event.lifecycle.ShardFailed;
import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardReconnecting;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.event.lifecycle.ShardStopped;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Every rule of a gateway session. Takes one input at a time and calls the actions that
 * follow; it has no thread, no socket and no clock of its own, so each rule can be tested
 * by itself, at the exact moment that matters. How events advance the session is the
 * concern of {@link SessionProgress}.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway#connection-lifecycle">Connection
 * lifecycle</a>
 */
final class ShardMachine {

	/** Discord answers heartbeats in an outage, too, and sends READY when it is over. */
	static final Duration OUTAGE_LIMIT = Duration.ofMinutes(10);

	/** A connection on which nothing happens is not kept open for a permit any longer. */
	static final Duration PERMIT_PATIENCE = Duration.ofSeconds(15);

	/** A timer that is late by less is late because the machine is busy. */
	private static final Duration LEAST_SLEEP = Duration.ofSeconds(5);

	private static final String STOPPED = "It was stopped";

	private final ShardSettings settings;

	private final ShardActions actions;

	private final ShardVitals vitals;

	/** Draws from [0, 1). */
	private final DoubleSupplier random;

	private final ConnectPace connectPace;

	private final BackOff backOff;

	private final IdentifyAttempts identifyAttempts;

	private final SessionProgress progress;

	private final CommandQueue commands;

	private ShardState state = ShardState.NEW;

	/** The number of connections so far, which is also the number of the last one. */
	private int connections;

	private @Nullable ConnectionState connection;

	/** The number of requests for a permit so far. */
	private int permitRequests;

	/** Whether a permit is there for the connection that is being opened. */
	private boolean permitHeld;

	/** Whether the turn to connect has been taken. */
	private boolean turnTaken;

	/** Why the shard failed; null as long as it did not. */
	private @Nullable String failure;

	private boolean readingPaused;

	private boolean draining;

	private boolean stopping;

	private boolean keepSession = true;

	ShardMachine(ShardSettings settings, ShardActions actions, ShardVitals vitals, DoubleSupplier random,
			ConnectPace connectPace) {
		this.settings = settings;
		this.actions = actions;
		this.vitals = vitals;
		this.random = random;
		this.connectPace = connectPace;
		this.backOff = new BackOff(settings, random);
		this.identifyAttempts = new IdentifyAttempts(random);
		this.progress = new SessionProgress(settings, vitals, actions);
		this.commands = new CommandQueue(settings.maxQueuedCommands(), actions);
	}

	ShardState state() {
		return this.state;
	}

	/** The session that events come in; null without one. */
	@Nullable String sessionId() {
		SessionState current = this.progress.session();
		return (current != null) ? current.id : null;
	}

	/**
	 * Processes one input.
	 * @param input what happened
	 * @param now when, in nanoseconds on any clock that only goes forward
	 */
	void on(ShardInput input, long now) {
		input.applyTo(this, now);
		this.vitals.commandsQueued(this.commands.size());
	}

	// Connecting

	void start(@Nullable Session kept, @Nullable String storeProblem, long now) {
		if (this.state != ShardState.NEW) {
			return;
		}
		this.vitals.problem(null);
		if (kept != null) {
			this.progress.restore(kept, now);
			this.actions.schedule(ShardTimer.SAVE, this.settings.sessionSaveInterval());
		}
		if (storeProblem != null) {
			this.actions.tell(new EventsMissed(this.vitals.id(), Frame.NO_SEQUENCE, Frame.NO_SEQUENCE, 0,
					"the session of the last run cannot be had: " + storeProblem));
		}
		connectInTurn(now);
	}

	/**
	 * Connects, unless other shards of the process are about to. Who has to identify will
	 * then wait for a permit, and does so without a connection.
	 */
	private void connectInTurn(long now) {
		Duration wait = this.turnTaken ? Duration.ZERO : this.connectPace.reserve(now);
		if (wait.isZero()) {
			connect();
		}
		else if (this.progress.session() == null) {
			enter(ShardState.QUEUED);
			this.actions.requestPermit(++this.permitRequests);
		}
		else {
			this.turnTaken = true;
			enter(ShardState.BACKING_OFF);
			this.actions.schedule(ShardTimer.BACK_OFF, wait);
		}
	}

	private void connect() {
		this.turnTaken = false;
		if (this.connections > 0) {
			this.vitals.reconnecting();
		}
		SessionState resumable = this.progress.session();
		String resumeUrl = (resumable != null) ? resumable.resumeUrl() : null;
		this.connection = new ConnectionState(++this.connections, resumeUrl != null);
		enter(ShardState.CONNECTING);
		this.actions.schedule(ShardTimer.CONNECT, this.settings.connectTimeout());
		this.actions.connect(this.connections, resumeUrl);
	}

	void opened(int number) {
		if (current(number) != null && this.state == ShardState.CONNECTING) {
			enter(ShardState.AWAITING_HELLO);
			this.actions.cancel(ShardTimer.CONNECT);
			this.actions.schedule(ShardTimer.HELLO, this.settings.helloTimeout());
		}
	}

	// Frames

	void received(int number, ServerMessage message, long now) {
		ConnectionState current = heard(number);
		if (current != null) {
			message.applyTo(this, current, now);
		}
	}

	/**
	 * Processes an event, as {@link #on} does when a {@link ServerMessage.Event} was
	 * received.
	 * @param number the number of the connection
	 * @param sequence the sequence of the event
	 * @param now when, on the clock of all inputs
	 */
	void event(int number, long sequence, long now) {
		ConnectionState current = heard(number);
		if (current != null) {
			event(current, sequence, now);
		}
	}

	/** The connection that a frame came on; null when it is not listened to any more. */
	private @Nullable ConnectionState heard(int number) {
		ConnectionState current = current(number);
		if (current == null || this.state == ShardState.CLOSING) {
			return null;
		}
		if (current.heartbeats != null) {
			current.heartbeats.received();
		}
		return current;
	}

	void hello(ConnectionState current, Duration interval, long now) {
		if (this.state != ShardState.AWAITING_HELLO) {
			return;
		}
		CommandWindow window = CommandWindow.commands(interval);
		current.heartbeats = new Heartbeats(interval);
		current.window = window;
		this.vitals.connected(interval, now);
		this.actions.cancel(ShardTimer.HELLO);
		this.actions.schedule(ShardTimer.HEARTBEAT, BackOff.portion(interval, this.random.getAsDouble()));
		SessionState resumable = this.progress.session();
		if (resumable != null) {
			introduce(current, window, ShardState.RESUMING, this.settings.resumedTimeout(), now);
			this.actions.sendResume(this.progress.resume(current, resumable));
		}
		else if (this.permitHeld) {
			identify(current, window, now);
		}
		else {
			enter(ShardState.AWAITING_PERMIT);
			this.actions.schedule(ShardTimer.PERMIT, PERMIT_PATIENCE);
			this.actions.requestPermit(++this.permitRequests);
		}
	}

	void permitGranted(int request, long now) {
		ConnectionState current = this.connection;
		if (request == this.permitRequests && this.state == ShardState.AWAITING_PERMIT && current != null
				&& current.window != null) {
			this.actions.cancel(ShardTimer.PERMIT);
			identify(current, current.window, now);
		}
		else if (request == this.permitRequests && this.state == ShardState.QUEUED) {
			this.permitHeld = true;
			connect();
		}
		else {
			this.actions.releasePermit();
		}
	}

	private void identify(ConnectionState current, CommandWindow window, long now) {
		this.permitHeld = false;
		current.identified = true;
		introduce(current, window, ShardState.IDENTIFYING, this.settings.readyTimeout(), now);
		this.actions.sendIdentify();
	}

	private void introduce(ConnectionState current, CommandWindow window, ShardState entered, Duration limit,
			long now) {
		enter(entered);
		current.introducedAt = now;
		window.sent(now);
		this.actions.schedule(ShardTimer.SESSION, limit);
	}

	void ready(ConnectionState current, ServerMessage.Ready ready, long now) {
		if (takesSessions(current)) {
			if (this.state == ShardState.RESUMING) {
				// A server that answers RESUME with a new session has lost the old one.
				this.progress.lose(new DisconnectCause.SessionInvalidated(false));
			}
			this.progress.begin(current, ready.session(), ready.sequence(), now);
			becomeReady(current, new ShardReady(this.vitals.id()), now);
		}
	}

	void resumed(ConnectionState current, long sequence, long now) {
		if (takesSessions(current)) {
			SessionState resumed = this.progress.session();
			SessionState restored = (resumed != null && resumed.restored) ? resumed : null;
			this.progress.resumed(current, sequence, now);
			Replay replay = current.replay;
			if (this.state == ShardState.RESUMING && replay != null) {
				if (restored != null) {
					this.actions.tell(new SessionRestored(this.vitals.id(), restored.bot));
				}
				becomeReady(current, new ShardResumed(this.vitals.id(), replay.replayed()), now);
			}
		}
	}

	/**
	 * Before HELLO there are no heartbeats, without which the connection would not last;
	 * and a shard that drains has begun its last session.
	 */
	private boolean takesSessions(ConnectionState current) {
		return current.heartbeats != null && this.state != ShardState.DRAINING;
	}

	private void becomeReady(ConnectionState current, ShardLifecycleEvent event, long now) {
		if (this.state == ShardState.READY) {
			return;
		}
		withdrawFromQueue();
		enter(ShardState.READY);
		this.backOff.reset();
		this.identifyAttempts.succeeded();
		this.vitals.identifyRefused(null);
		SessionState begun = this.progress.session();
		if (begun != null) {
			begun.connected();
		}
		current.readySince = now;
		this.actions.cancel(ShardTimer.SESSION);
		this.actions.tell(event);
		saveSession();
		sendCommands(now);
	}

	void event(ConnectionState current, long sequence, long now) {
		// While it drains, an event counts as not received: a resume brings it again.
		if (this.state != ShardState.DRAINING) {
			this.progress.event(current, sequence, this.state == ShardState.RESUMING, now);
		}
	}

	void unusable(ConnectionState current, ServerMessage.Unusable unusable, long now) {
		boolean awaited = unusable.hello() ? this.state == ShardState.AWAITING_HELLO
				: this.state == ShardState.IDENTIFYING || this.state == ShardState.RESUMING;
		if (awaited) {
			close(new DisconnectCause.Unusable(unusable.problem()), CloseCode.KEEPS_SESSION);
		}
		else if (!unusable.hello()) {
			event(current, unusable.sequence(), now);
		}
	}

	void unreadable(ConnectionState current, String problem, long now) {
		this.progress.unreadable(current);
		eventFailed(current.number, Frame.NO_SEQUENCE, problem, now);
	}

	/** No event may cost the session, and none may be met for ever. */
	void eventFailed(int number, long sequence, String problem, long now) {
		ConnectionState current = current(number);
		if (current != null && this.state != ShardState.CLOSING && this.state != ShardState.DRAINING
				&& this.progress.isWantedAgain(current, sequence, problem)) {
			drop(new DisconnectCause.Failed(problem), now);
		}
	}

	void reconnectRequested() {
		close(new DisconnectCause.ReconnectRequested(), CloseCode.KEEPS_SESSION);
	}

	void sessionInvalidated(boolean resumable) {
		close(new DisconnectCause.SessionInvalidated(resumable), CloseCode.KEEPS_SESSION);
	}

	void corrupted(int number, String problem) {
		if (current(number) != null && this.state != ShardState.CLOSING) {
			close(new DisconnectCause.Corrupted(problem), CloseCode.KEEPS_SESSION);
		}
	}

	// The session, kept

	void handledUpTo(long sequence) {
		this.progress.handledUpTo(sequence);
	}

	void saveAgain() {
		if (!this.state.isFinal()) {
			this.progress.saveAgain();
		}
	}

	private void saveSession() {
		if (this.progress.session() != null) {
			this.progress.save();
			this.actions.schedule(ShardTimer.SAVE, this.settings.sessionSaveInterval());
		}
	}

	// Heartbeats

	void heartbeatRequested(ConnectionState current, long now) {
		// Nothing may be sent before HELLO, an answer neither.
		if (current.heartbeats != null) {
			sendHeartbeat(current, current.heartbeats, now);
		}
	}

	private void sendHeartbeat(ConnectionState current, Heartbeats heartbeats, long now) {
		heartbeats.sent(now);
		this.actions.sendHeartbeat(this.progress.heartbeatSequence(current));
	}

	private void heartbeatDue(long now) {
		ConnectionState current = this.connection;
		Heartbeats heartbeats = (current != null) ? current.heartbeats : null;
		if (current == null || heartbeats == null || this.state == ShardState.CLOSING) {
			return;
		}
		if (heartbeats.isDead(now) && !this.readingPaused && !this.draining) {
			drop(new DisconnectCause.Silent(heartbeats.interval()), now);
			return;
		}
		sendHeartbeat(current, heartbeats, now);
		this.actions.schedule(ShardTimer.HEARTBEAT, heartbeats.interval());
	}

	/**
	 * A heartbeat that is late by more than an interval: Discord has given the connection
	 * up, or is about to. One clean resume is better than a frame into nowhere.
	 */
	void slept(Duration duration, long now) {
		ConnectionState current = this.connection;
		if (current != null && current.heartbeats != null && this.state != ShardState.CLOSING
				&& duration.compareTo(current.heartbeats.interval()) > 0 && duration.compareTo(LEAST_SLEEP) > 0) {
			drop(new DisconnectCause.Slept(duration), now);
		}
	}

	void heartbeatAcknowledged(ConnectionState current, long now) {
		Heartbeats heartbeats = current.heartbeats;
		long latency = (heartbeats != null) ? heartbeats.acknowledged(now) : -1;
		if (latency >= 0) {
			this.vitals.acknowledged(now, latency);
		}
	}

	void readingPaused(boolean paused) {
		this.readingPaused = paused;
		this.vitals.readingPaused(paused);
		ConnectionState current = this.connection;
		if (!paused && current != null && current.heartbeats != null) {
			// What came meanwhile has not been read yet: the silence starts now.
			current.heartbeats.received();
		}
	}

	// Timers

	void timerFired(ShardTimer timer, long now) {
		switch (timer) {
			case BACK_OFF -> {
				if (this.state == ShardState.BACKING_OFF) {
					connectInTurn(now);
				}
			}
			case CONNECT -> {
				if (this.state == ShardState.CONNECTING) {
					timedOut(Awaited.CONNECTION, this.settings.connectTimeout(), now);
				}
			}
			case HELLO -> {
				if (this.state == ShardState.AWAITING_HELLO) {
					timedOut(Awaited.HELLO, this.settings.helloTimeout(), now);
				}
			}
			case PERMIT -> permitOverdue(now);
			case SESSION -> sessionOverdue(now);
			case CLOSE -> {
				ConnectionState current = this.connection;
				if (this.state == ShardState.CLOSING && current != null && current.closing != null) {
					drop(current.closing, now);
				}
			}
			case HEARTBEAT -> heartbeatDue(now);
			case SAVE -> saveSession();
			case COMMANDS -> sendCommands(now);
		}
	}

	/** Many shards are ahead: the wait goes on without a connection. */
	private void permitOverdue(long now) {
		if (this.state == ShardState.AWAITING_PERMIT) {
			drop(new DisconnectCause.Queued(), now);
		}
	}

	private void sessionOverdue(long now) {
		ConnectionState current = this.connection;
		if (current == null) {
			return;
		}
		Replay replay = current.replay;
		if (this.state == ShardState.IDENTIFYING) {
			sessionOverdue(current, Awaited.READY, this.settings.readyTimeout(), now);
		}
		else if (this.state == ShardState.RESUMING && replay != null) {
			if (replay.hasProgressed() || this.readingPaused) {
				// The replay is long, or our listeners are slow: not the server's fault.
				current.introducedAt = now;
				this.actions.schedule(ShardTimer.SESSION, this.settings.resumedTimeout());
			}
			else {
				sessionOverdue(current, Awaited.RESUMED, this.settings.resumedTimeout(), now);
			}
		}
	}

	/** A server that answers heartbeats has an outage, and will send what is due. */
	private void sessionOverdue(ConnectionState current, Awaited awaited, Duration limit, long now) {
		Heartbeats heartbeats = current.heartbeats;
		Duration left = OUTAGE_LIMIT.minusNanos(now - current.introducedAt);
		if (left.isNegative() || left.isZero()) {
			timedOut(awaited, OUTAGE_LIMIT, now);
		}
		else if (heartbeats != null && heartbeats.isAcknowledgedSince(current.introducedAt)) {
			this.actions.schedule(ShardTimer.SESSION, (left.compareTo(limit) < 0) ? left : limit);
		}
		else {
			timedOut(awaited, limit, now);
		}
	}

	/** Somebody wants another connection in place of one that works. */
	void renew() {
		if (this.state == ShardState.READY) {
			close(new DisconnectCause.Renewed(), CloseCode.KEEPS_SESSION);
		}
	}

	private void timedOut(Awaited awaited, Duration limit, long now) {
		drop(new DisconnectCause.TimedOut(awaited, limit), now);
	}

	// The end of a connection

	/** Says goodbye; what follows is decided when the connection has ended. */
	private void close(DisconnectCause cause, int code) {
		ConnectionState current = this.connection;
		if (current == null) {
			return;
		}
		current.closing = cause;
		noteIdentify(cause);
		withdrawFromQueue();
		enter(ShardState.CLOSING);
		cancelTimersOfConnection();
		this.actions.schedule(ShardTimer.CLOSE, this.settings.closeTimeout());
		this.actions.close(code);
	}

	/** Leaves at once. */
	private void drop(DisconnectCause cause, long now) {
		this.actions.drop(CloseCode.KEEPS_SESSION);
		disconnected(cause, now);
	}

	void ended(int number, DisconnectCause cause, long now) {
		ConnectionState current = current(number);
		if (current != null) {
			DisconnectCause ours = current.closing;
			disconnected((ours != null) ? ours : cause, now);
		}
	}

	/** Whatever could not be done, the next connection does without it. */
	void actionFailed(int number, String problem, long now) {
		ConnectionState current = current(number);
		if (current != null) {
			drop((current.closing != null) ? current.closing : new DisconnectCause.Failed(problem), now);
		}
	}

	/** The one place where a connection goes away, whoever ended it. */
	private void disconnected(DisconnectCause cause, long now) {
		ConnectionState gone = this.connection;
		if (gone == null) {
			return;
		}
		boolean queued = cause instanceof DisconnectCause.Queued && this.state == ShardState.AWAITING_PERMIT;
		if (!queued) {
			withdrawFromQueue();
		}
		noteIdentify(cause);
		this.connection = null;
		cancelTimersOfConnection();
		this.actions.cancel(ShardTimer.CLOSE);
		this.vitals.disconnected(cause);
		this.actions.tell(new ShardDisconnected(this.vitals.id(), cause));
		Aftermath aftermath = aftermath(cause, gone.heartbeats != null);
		if (aftermath == Aftermath.FAIL && cause instanceof DisconnectCause.Closed closed) {
			fail(closed.code());
			return;
		}
		this.progress.disconnected(gone, now);
		SessionState kept = this.progress.session();
		if (kept != null && (aftermath == Aftermath.DROP_SESSION || kept.isHopeless(this.settings, now))) {
			this.progress.lose(cause);
		}
		if (this.stopping) {
			finish();
		}
		else if (this.draining) {
			drained();
		}
		else if (queued) {
			enter(ShardState.QUEUED);
		}
		else {
			backOff(cause, gone, now);
		}
	}

	/** An IDENTIFY was spent on a connection that ends without READY. */
	private void noteIdentify(DisconnectCause cause) {
		if (this.state == ShardState.IDENTIFYING) {
			this.identifyAttempts.failed(cause);
		}
	}

	private void backOff(DisconnectCause cause, ConnectionState gone, long now) {
		Duration delay = this.backOff.after(cause, gone.readySince, now);
		IdentifyRefusal refusal = this.identifyAttempts.refusal();
		this.vitals.identifyRefused(refusal);
		if (gone.identified && gone.readySince == null) {
			Duration pause = this.identifyAttempts.pause();
			delay = (pause != null) ? pause : delay;
			if (refusal != null) {
				this.actions.tell(new IdentifyRefused(this.vitals.id(), refusal));
			}
		}
		enter(ShardState.BACKING_OFF);
		this.actions.tell(new ShardReconnecting(this.vitals.id(), delay, this.progress.session() != null));
		this.actions.schedule(ShardTimer.BACK_OFF, delay);
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

	/** No permit is wanted any more, or one that is there is not used. */
	private void withdrawFromQueue() {
		if (this.permitHeld || this.state == ShardState.AWAITING_PERMIT || this.state == ShardState.QUEUED) {
			this.permitHeld = false;
			this.actions.releasePermit();
		}
	}

	// The end of the shard

	/**
	 * Takes no more events and opens no more connections. A connection that is ready
	 * stays until the stop, so that listeners can still send commands and Discord sees
	 * what they have handled.
	 */
	void drain(boolean keep, long now) {
		if (this.draining || this.stopping || this.state.isFinal()) {
			return;
		}
		this.draining = true;
		this.keepSession = keep;
		if (this.state != ShardState.CLOSING) {
			this.actions.stopReading();
		}
		this.actions.tell(new ShardDraining(this.vitals.id()));
		if (this.state == ShardState.READY) {
			enter(ShardState.DRAINING);
		}
		else if (this.connection != null) {
			leave(now);
		}
		else {
			drained();
		}
	}

	/** Nothing is left of the connection; the listeners may still be at work. */
	private void drained() {
		this.actions.cancel(ShardTimer.BACK_OFF);
		withdrawFromQueue();
		this.commands.rejectAll(STOPPED);
		enter(ShardState.DRAINED);
	}

	void stop(boolean keep, long now) {
		if (this.stopping || this.state.isFinal()) {
			return;
		}
		this.stopping = true;
		this.keepSession = keep;
		this.commands.rejectAll(STOPPED);
		if (this.connection != null) {
			leave(now);
		}
		else {
			finish();
		}
	}

	private void leave(long now) {
		switch (this.state) {
			case CONNECTING -> drop(new DisconnectCause.Stopped(), now);
			case CLOSING -> {
				// The connection is on its way down already.
			}
			default -> close(new DisconnectCause.Stopped(),
					this.keepSession ? CloseCode.KEEPS_SESSION : CloseCode.ENDS_SESSION);
		}
	}

	private void finish() {
		if (this.keepSession) {
			this.progress.save();
		}
		else {
			this.progress.remove();
		}
		withdrawFromQueue();
		end(ShardState.STOPPED, new ShardStopped(this.vitals.id()));
	}

	private void fail(int closeCode) {
		this.progress.remove();
		this.vitals.failed(closeCode);
		this.failure = "It was closed with " + CloseCode.describe(closeCode);
		this.commands.rejectAll(this.failure);
		end(ShardState.FAILED, new ShardFailed(this.vitals.id(), closeCode));
	}

	private void end(ShardState last, ShardLifecycleEvent event) {
		this.actions.cancel(ShardTimer.BACK_OFF);
		this.actions.cancel(ShardTimer.SAVE);
		enter(last);
		this.actions.tell(event);
	}

	// Commands

	void commandGiven(PendingCommand command, long now) {
		if (command.isCancelled()) {
			return;
		}
		String refusal = refusal();
		if (refusal != null) {
			this.actions.rejectCommand(command, refusal);
		}
		else if (this.commands.add(command)) {
			sendCommands(now);
		}
	}

	void commandCancelled(PendingCommand command) {
		command.cancelled();
		this.commands.remove(command);
	}

	/**
	 * A command is as good as never sent, since no part of a frame is of use to the
	 * server. Others wait for the end of the connection, which follows.
	 */
	void commandNotWritten(int number, PendingCommand command, long now) {
		ConnectionState current = current(number);
		if (current != null) {
			current.unwritable = true;
		}
		String refusal = refusal();
		if (refusal != null) {
			this.actions.rejectCommand(command, refusal);
		}
		else {
			this.commands.putBack(command);
			sendCommands(now);
		}
	}

	/** Why no command is taken; null when one is. */
	private @Nullable String refusal() {
		if (this.failure != null) {
			return this.failure;
		}
		boolean leaving = this.draining && this.state != ShardState.DRAINING;
		return (this.stopping || leaving || this.state.isFinal()) ? STOPPED : null;
	}

	private void sendCommands(long now) {
		ConnectionState current = this.connection;
		if (current != null && current.window != null && !current.unwritable
				&& (this.state == ShardState.READY || this.state == ShardState.DRAINING)) {
			this.commands.send(current.window, current.presenceWindow, now);
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

	private void cancelTimersOfConnection() {
		for (ShardTimer timer : ShardTimer.values()) {
			if (timer.isOfConnection()) {
				this.actions.cancel(timer);
			}
		}
	}

	/** What survives a connection. */
	private enum Aftermath {

		KEEP_SESSION, DROP_SESSION, FAIL

	}

}
