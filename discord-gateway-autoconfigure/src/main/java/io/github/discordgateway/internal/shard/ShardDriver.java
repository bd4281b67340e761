package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.ShardStatistics;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.ShardFailed;
import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.event.lifecycle.ShardStopped;
import io.github.discordgateway.identify.IdentifyPermit;
import io.github.discordgateway.internal.compression.CorruptStreamException;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.MalformedFrameException;
import io.github.discordgateway.internal.protocol.ServerText;
import io.github.discordgateway.internal.tracking.EventTracker;
import io.github.discordgateway.internal.tracking.UnhandledEvent;
import io.github.discordgateway.internal.transport.ConnectionHandler;
import io.github.discordgateway.internal.transport.HandshakeRefusedException;
import io.github.discordgateway.session.Session;
import io.github.discordgateway.session.SessionStoreAccess;
import io.netty.channel.EventLoop;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;

/**
 * Runs one {@link ShardMachine}: feeds it from a connection, from timers and from
 * callers, and does what it says. Everything happens on one event loop, so there are no
 * locks, and one after the other: what an action causes is processed after the input that
 * caused the action. Whatever throws becomes an input, too, which ends the connection and
 * leads to the next one.
 */
public final class ShardDriver implements GatewayShard {

	private static final Log logger = LogFactory.getLog(ShardDriver.class);

	/** Each of these is reported. */
	private static final int REPORTED_MALFORMED_FRAMES = 10;

	/**
	 * When so many bytes were delivered, the listeners do not wait for the end of the
	 * read.
	 */
	private static final int HAND_OVER_BYTES = 64 * 1024;

	private static final long UNTOLD = Long.MIN_VALUE;

	private final ShardId id;

	private final EventLoop eventLoop;

	private final ShardServices services;

	private final ShardVitals vitals;

	private final ShardMachine machine;

	private final FrameReader frames;

	private final HandshakeWriter handshakes;

	private final CommandWriter commands;

	private final ShardTimers timers;

	private final PermitRequest permits;

	private final ShardConnection connection = new ShardConnection();

	private final EventTracker tracker = new EventTracker();

	private final Queue<ShardInput> inputs = new ArrayDeque<>();

	private final Sinks.Empty<Void> ended = Sinks.empty();

	/** Told when no IDENTIFY is on its way any more; used on the event loop. */
	private final List<MonoSink<Void>> awaitingReady = new ArrayList<>();

	/** That of the predecessor, if there is one; set before the start. */
	private volatile ShardJournal journal;

	/** The bytes of the frames that came since the listeners were told last. */
	private int untoldBytes;

	private final Runnable readComplete = this::readComplete;

	private boolean processing;

	/** The frame that is being processed. */
	private @Nullable Frame frame;

	/** What the machine was told last to be handled, unless it has counted on itself. */
	private long toldHandled = Frame.NO_SEQUENCE;

	/** The presence that Discord was last told, for a later IDENTIFY. */
	private volatile @Nullable UpdatePresence presence;

	/** Whether the listeners are behind; set by the caller, and so always the latest. */
	private volatile boolean listenersBehind;

	/** Whether events are held back for another reason; as above. */
	private volatile boolean readingHeld;

	/** What became of the last change to the stored session. */
	private Mono<Void> stored = Mono.empty();

	/**
	 * Makes a shard, which does nothing yet.
	 * @param id which shard
	 * @param eventLoop where everything of the shard happens
	 * @param services what it shares with other shards
	 */
	public ShardDriver(ShardId id, EventLoop eventLoop, ShardServices services) {
		this.id = id;
		this.eventLoop = eventLoop;
		this.services = services;
		this.vitals = new ShardVitals(id);
		this.machine = new ShardMachine(services.settings(), new Actions(), this.vitals,
				() -> ThreadLocalRandom.current().nextDouble(), services.connectPace());
		this.frames = services.frameReader();
		this.handshakes = services.handshakeWriter();
		this.commands = services.commandWriter();
		this.timers = new ShardTimers(eventLoop, services.clock(), this::fired);
		this.permits = new PermitRequest(id, services.identifyQueue(), eventLoop);
		this.journal = new ShardJournal(services.clock());
		this.presence = services.identity().presence();
	}

	@Override
	public ShardId id() {
		return this.id;
	}

	@Override
	public ShardSnapshot snapshot() {
		return this.vitals.snapshot(System.nanoTime());
	}

	@Override
	public Set<Snowflake> guildIds() {
		Set<Snowflake> known = this.journal.guilds().ids();
		return (known != null) ? known : Set.of();
	}

	@Override
	public ShardStatistics statistics() {
		return this.journal.statistics(this.vitals, System.nanoTime());
	}

	/**
	 * The number of received texts that were no frames.
	 * @return the count since the shard was made
	 */
	public long malformedFrames() {
		return this.journal.malformedFrames();
	}

	/**
	 * Takes over what was set at run time on a shard that this one follows. To be called
	 * before the start.
	 * @param predecessor the shard that has ended or is about to
	 */
	public void inherit(ShardDriver predecessor) {
		UpdatePresence shown = predecessor.presence;
		if (shown != predecessor.services.identity().presence()) {
			this.presence = shown;
		}
		if (predecessor.id.equals(this.id)) {
			this.journal = predecessor.journal;
		}
	}

	/**
	 * Connects, to go on with the session that is kept for the shard, or to begin a new
	 * one.
	 */
	public void start() {
		SessionStoreAccess sessions = this.services.sessions();
		sessions.load(this.id, this.vitals::problem)
			.flatMap((session) -> sessions.loadGuilds(this.id, session.id())
				.doOnNext(this.journal.guilds()::restore)
				.thenReturn(session))
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.subscribe((kept) -> input(new ShardInput.Start(kept.orElse(null), null)),
					(problem) -> input(new ShardInput.Start(null, describe(problem))));
	}

	/**
	 * Waits for what an IDENTIFY that was sent leads to. Who ends the shard before has
	 * spent it on a session of which nobody knows.
	 * @return completes at once when no answer is outstanding, else with READY, or with
	 * the end of the connection
	 */
	public Mono<Void> identified() {
		return Mono.create((sink) -> onEventLoop(() -> {
			this.awaitingReady.add(sink);
			tellIdentified();
		}));
	}

	private void tellIdentified() {
		if (!this.awaitingReady.isEmpty() && this.machine.state() != ShardState.IDENTIFYING) {
			List<MonoSink<Void>> told = List.copyOf(this.awaitingReady);
			this.awaitingReady.clear();
			told.forEach(MonoSink::success);
		}
	}

	/**
	 * Takes no more events and opens no more connections, as the first half of a stop.
	 * What has come can still be handled, and commands can still be sent.
	 * @param keepSession whether the session shall be resumable
	 * @return completes when no further event will be handed on
	 */
	public Mono<Void> drain(boolean keepSession) {
		return execute(() -> process(new ShardInput.Drain(keepSession)));
	}

	/**
	 * Ends the shard.
	 * @param keepSession whether the session shall be resumable; otherwise the bot goes
	 * offline at once
	 * @return completes when the connection is gone and the session is stored; a shard
	 * that has ended already completes at once
	 */
	public Mono<Void> stop(boolean keepSession) {
		return Mono.defer(() -> {
			input(new ShardInput.Stop(keepSession));
			return this.ended.asMono();
		});
	}

	/**
	 * Saves the session and its guilds although nothing has happened, since the store has
	 * lost them.
	 */
	public void saveAgain() {
		this.journal.guilds().changed();
		input(new ShardInput.SaveAgain());
	}

	@Override
	public Mono<Void> reconnect() {
		return Mono.create((sink) -> onEventLoop(() -> {
			ShardState state = this.machine.state();
			if (state == ShardState.NEW || state == ShardState.DRAINING || state == ShardState.DRAINED
					|| state.isFinal()) {
				sink.error(new IllegalStateException(
						"Shard " + this.id + " has no connection to replace: it is " + state.description()));
				return;
			}
			process(new ShardInput.Renew());
			sink.success();
		}));
	}

	/**
	 * Stops or goes on reading because of the listeners, while heartbeats go on. The
	 * latest call counts, although a pause takes effect at once when it comes from the
	 * event loop, and may so overtake an earlier call from another thread.
	 * @param paused whether to stop
	 */
	public void pauseReading(boolean paused) {
		this.listenersBehind = paused;
		onEventLoop(this::applyReading);
	}

	/**
	 * Stops or goes on reading, whatever the listeners say: both must let the shard read.
	 * @param held whether to stop
	 */
	public void holdReading(boolean held) {
		this.readingHeld = held;
		onEventLoop(this::applyReading);
	}

	private void applyReading() {
		boolean paused = this.listenersBehind || this.readingHeld;
		if (paused != this.connection.isPaused()) {
			process(new ShardInput.ReadingPaused(paused));
			this.connection.pause(paused);
		}
	}

	@Override
	public Mono<Void> send(GatewayCommand command) {
		String json = this.commands.write(command);
		UpdatePresence shown = (command instanceof UpdatePresence update) ? update : null;
		return Mono.create((sink) -> give(new PendingCommand(json, shown, sink)));
	}

	/**
	 * Sends a command that another process has written.
	 * @param json the frame
	 * @return completes when it was written to the connection; cancelling withdraws it
	 */
	public Mono<Void> sendWritten(String json) {
		return Mono.create((sink) -> give(new PendingCommand(json, null, sink)));
	}

	private void give(PendingCommand command) {
		try {
			command.onCancel(() -> withdraw(command));
			input(new ShardInput.CommandGiven(command));
		}
		catch (RejectedExecutionException ex) {
			command.reject("Shard " + this.id + " does not send the command: Its event loop was shut down");
		}
	}

	private void withdraw(PendingCommand command) {
		try {
			input(new ShardInput.CommandCancelled(command));
		}
		catch (RejectedExecutionException ex) {
			logger.debug("A command was cancelled after the event loop of shard " + this.id + " was shut down");
		}
	}

	/**
	 * Runs a task between two frames.
	 * @param task what to do on the shard's event loop; it must return at once
	 * @return completes when it is done
	 */
	public Mono<Void> execute(Runnable task) {
		return Mono.create((sink) -> onEventLoop(() -> {
			try {
				task.run();
				sink.success();
			}
			catch (Throwable ex) {
				sink.error(ex);
			}
		}));
	}

	private void onEventLoop(Runnable task) {
		if (this.eventLoop.inEventLoop()) {
			task.run();
		}
		else {
			this.eventLoop.execute(task);
		}
	}

	// Inputs

	private void input(ShardInput input) {
		onEventLoop(() -> process(input));
	}

	private void process(ShardInput input) {
		this.inputs.add(input);
		if (!this.processing) {
			this.processing = true;
			try {
				decideAll();
			}
			finally {
				this.processing = false;
			}
		}
	}

	/** As with any input, but of events there are so many that none is made of each. */
	private void processEvent(int number, long sequence) {
		this.processing = true;
		try {
			decideEvent(number, sequence, System.nanoTime());
			decideAll();
		}
		finally {
			this.processing = false;
		}
	}

	private void decideAll() {
		ShardInput next;
		while ((next = this.inputs.poll()) != null) {
			decide(next, System.nanoTime());
		}
		tellIdentified();
	}

	private void decide(ShardInput input, long now) {
		try {
			tellHandled(now);
			this.machine.on(input, now);
		}
		catch (Throwable ex) {
			failed("process " + input.getClass().getSimpleName(), ex);
		}
	}

	private void decideEvent(int number, long sequence, long now) {
		try {
			this.machine.event(number, sequence, now);
		}
		catch (Throwable ex) {
			failed("process an event", ex);
		}
	}

	/**
	 * Not with each event, since nothing that the machine does with one depends on it.
	 */
	private void tellHandled(long now) {
		long handled = this.tracker.handledUpTo();
		if (handled != this.toldHandled) {
			this.toldHandled = handled;
			this.machine.on(new ShardInput.HandledUpTo(handled), now);
		}
	}

	private void fired(ShardTimer timer) {
		if (timer == ShardTimer.HEARTBEAT) {
			process(new ShardInput.Slept(this.timers.heartbeatDelay()));
		}
		process(new ShardInput.TimerFired(timer));
	}

	/** The machine leaves the connection, and goes on with the next one. */
	private void failed(String what, Throwable problem) {
		logger.error("Shard " + this.id + " could not " + what + " and connects anew", problem);
		this.inputs
			.add(new ShardInput.ActionFailed(this.connection.number(), "could not " + what + ": " + describe(problem)));
	}

	private static String describe(Throwable problem) {
		return (problem.getMessage() != null) ? problem.getMessage() : problem.getClass().getSimpleName();
	}

	// Frames

	private void received(int number, byte[] buffer, int length) {
		arrived(buffer, length);
		process(number, buffer, length, null);
	}

	private void broken(int number, byte[] buffer, int length, String problem) {
		arrived(buffer, length);
		process(number, buffer, length, problem);
	}

	private void arrived(byte[] buffer, int length) {
		this.journal.payloadRead(length, buffer.length);
		if (this.untoldBytes > 0 && this.untoldBytes + length > HAND_OVER_BYTES) {
			readComplete();
		}
		this.untoldBytes += length;
	}

	private void readComplete() {
		this.untoldBytes = 0;
		try {
			Duration look = this.services.delivery().readCompleteAndWatch();
			if (!look.isZero()) {
				this.eventLoop.schedule(this.readComplete, look.toNanos(), TimeUnit.NANOSECONDS);
			}
		}
		catch (Throwable ex) {
			logger.error("Shard " + this.id + " could not tell the listeners of events, and tries again", ex);
		}
	}

	private void process(int number, byte[] buffer, int length, @Nullable String problem) {
		try (Frame received = (problem != null) ? this.frames.readBroken(buffer, 0, length, problem)
				: this.frames.read(buffer, 0, length)) {
			if (ServerMessageReader.isEvent(received) && !this.processing) {
				this.frame = received;
				processEvent(number, received.sequence());
				return;
			}
			ServerMessage message = ServerMessageReader.read(received);
			if (message instanceof ServerMessage.Unusable unusable) {
				malformed(unusable.problem());
			}
			this.frame = received;
			process(new ShardInput.Received(number, message));
			if (message instanceof ServerMessage.Ready ready
					&& ready.session().sessionId().equals(this.machine.sessionId())) {
				this.journal.guilds().begin(ready.session().guildIds());
			}
		}
		catch (MalformedFrameException ex) {
			malformed(String.valueOf(ex.getMessage()));
			process(new ShardInput.Received(number, new ServerMessage.Other()));
		}
		catch (Throwable ex) {
			logger.error("Shard " + this.id + " could not read a frame", ex);
			process(new ShardInput.Received(number, new ServerMessage.Unreadable("a frame could not be read: " + ex)));
		}
		finally {
			this.frame = null;
		}
	}

	/**
	 * A server that sends nothing else must not fill the log: then each doubling is told.
	 */
	private void malformed(String problem) {
		this.journal.malformedFrame();
		long count = this.journal.malformedFrames();
		if (count <= REPORTED_MALFORMED_FRAMES || Long.bitCount(count) == 1) {
			logger.warn("Shard " + this.id + " received a malformed frame, its number " + count + ", and goes on: "
					+ problem);
		}
	}

	private void deliver(long sequence, boolean replayed) {
		UnhandledEvent event = this.tracker.receive(sequence);
		try {
			handOn(replayed, event);
		}
		catch (Throwable ex) {
			// Nobody has it. The machine sees to it that it comes again.
			this.tracker.takeBack(event);
			logger.error("Shard " + this.id + " could not hand on " + this.frame, ex);
			this.inputs.add(new ShardInput.EventFailed(this.connection.number(), sequence,
					"an event could not be handed on: " + ex));
		}
	}

	private void handOn(boolean replayed, Runnable handled) {
		Frame event = this.frame;
		if (event == null || event.name() == null) {
			handled.run();
			return;
		}
		this.services.delivery().deliver(this.id, this.machine.sessionId(), event, replayed, handled);
		try {
			// Afterwards, since a body is read for less the first time.
			this.journal.guilds().receive(event);
		}
		catch (MalformedFrameException ex) {
			logger.debug("Shard " + this.id + " does not know of a guild: " + ex.getMessage());
		}
	}

	// Sending

	private void send(String json) {
		this.connection.send(json).subscribe(null, this::notWritten);
	}

	private void sendHeartbeat(long sequence) {
		int number = this.connection.number();
		this.connection.send(this.handshakes.heartbeat((sequence != Frame.NO_SEQUENCE) ? sequence : null))
			.subscribe(null, (problem) -> onEventLoop(() -> heartbeatNotWritten(number, problem)));
	}

	/**
	 * The end of a connection stands behind what has not been read. A shard that does not
	 * read would learn of it too late to resume.
	 */
	private void heartbeatNotWritten(int number, Throwable problem) {
		notWritten(problem);
		if (this.connection.isPaused() && number == this.connection.number()) {
			this.connection.drop(CloseCode.KEEPS_SESSION);
			process(new ShardInput.Ended(number,
					new DisconnectCause.Failed("a heartbeat could not be written: " + describe(problem))));
		}
	}

	private void sendIdentify() {
		IdentifyPermit granted = this.permits.take();
		this.journal.identified();
		this.connection.send(this.handshakes.identify(this.id, this.services.identity(), this.presence))
			.doFinally((signal) -> {
				if (granted != null) {
					// Even when writing failed: part of it may have been sent.
					granted.spent();
				}
			})
			.subscribe(null, this::notWritten);
	}

	private void sendCommand(PendingCommand command) {
		int number = this.connection.number();
		this.connection.send(command.json()).subscribe(null, (problem) -> {
			notWritten(problem);
			input(new ShardInput.CommandNotWritten(number, command));
		}, () -> {
			this.journal.commandSent();
			if (command.presence() != null) {
				this.presence = command.presence();
			}
			command.written();
		});
	}

	/** The end of the connection follows, and with it the machine's decision. */
	private void notWritten(Throwable problem) {
		logger.debug("Shard " + this.id + " could not write a frame: " + problem);
	}

	// The session, kept, and what is told of the shard

	/** The access to the store reports its own failures. */
	private void store(Mono<Void> change) {
		Mono<Void> result = change.onErrorComplete().cache();
		this.stored = result;
		result.subscribe();
	}

	private void tell(ShardLifecycleEvent event) {
		log(event);
		this.journal.noted(event, this.connection.closeCode());
		try {
			this.services.watcher().on(event);
		}
		catch (Throwable ex) {
			logger.error("A watcher of shard " + this.id + " failed on " + event, ex);
		}
		if (event instanceof ShardStopped || event instanceof ShardFailed) {
			this.services.sessions().flush();
			this.stored.doFinally((signal) -> this.ended.tryEmitEmpty()).subscribe();
		}
	}

	private static void log(ShardLifecycleEvent event) {
		switch (event.level()) {
			case ERROR -> logger.error(event.description());
			case WARNING -> logger.warn(event.description());
			case INFO -> logger.info(event.description());
			default -> logger.debug(event.description());
		}
	}

	/** Does what the machine wants, and gives back to it what cannot be done. */
	private final class Actions implements ShardActions {

		private void attempt(String what, Runnable action) {
			try {
				action.run();
			}
			catch (RejectedExecutionException ex) {
				// Its event loop was shut down, with the application: nothing goes on.
				logger.debug("Shard " + ShardDriver.this.id + " could not " + what + ": " + ex);
			}
			catch (Throwable ex) {
				failed(what, ex);
			}
		}

		@Override
		public void connect(int number, @Nullable String resumeUrl) {
			ShardConnection current = ShardDriver.this.connection;
			current.begin(number);
			ShardServices shared = ShardDriver.this.services;
			attempt("connect", () -> current.opening(shared.connector()
				.connect(shared.url().resume(resumeUrl), ShardDriver.this.eventLoop, new Handler(number))));
		}

		@Override
		public void schedule(ShardTimer timer, Duration delay) {
			attempt("set a timer", () -> ShardDriver.this.timers.schedule(timer, delay));
		}

		@Override
		public void cancel(ShardTimer timer) {
			ShardDriver.this.timers.cancel(timer);
		}

		@Override
		public void requestPermit(int request) {
			attempt("ask for a permit", () -> ShardDriver.this.permits.ask(request, (waited) -> {
				ShardDriver.this.journal.permitGranted(waited);
				process(new ShardInput.PermitGranted(request));
			}));
		}

		@Override
		public void releasePermit() {
			attempt("give a permit back", ShardDriver.this.permits::release);
		}

		@Override
		public void sendHeartbeat(long sequence) {
			attempt("send a heartbeat", () -> ShardDriver.this.sendHeartbeat(sequence));
		}

		@Override
		public void sendIdentify() {
			attempt("identify", ShardDriver.this::sendIdentify);
		}

		@Override
		public void sendResume(Session session) {
			ShardDriver.this.journal.resuming();
			attempt("resume",
					() -> send(ShardDriver.this.handshakes.resume(ShardDriver.this.services.identity(), session)));
		}

		@Override
		public void sendCommand(PendingCommand command) {
			attempt("send a command", () -> ShardDriver.this.sendCommand(command));
		}

		@Override
		public void rejectCommand(PendingCommand command, String reason) {
			ShardDriver.this.journal.commandRejected();
			attempt("reject a command",
					() -> command.reject("Shard " + ShardDriver.this.id + " does not send the command: " + reason));
		}

		@Override
		public void deliver(long sequence, boolean replayed) {
			ShardDriver.this.deliver(sequence, replayed);
		}

		@Override
		public void deliverOwn(long sequence) {
			ShardDriver.this.tracker.receiveOwn(sequence);
			ShardDriver.this.toldHandled = UNTOLD;
			try {
				handOn(false, () -> {
				});
			}
			catch (Throwable ex) {
				logger.error("Shard " + ShardDriver.this.id + " could not hand on " + ShardDriver.this.frame, ex);
			}
		}

		@Override
		public void passOver(long sequence, String problem) {
			ShardDriver.this.tracker.receive(sequence).run();
			ShardDriver.this.journal.passedOver();
			logger.error("Shard " + ShardDriver.this.id + " passes an event over, its sequence " + sequence
					+ ", since for the second time " + problem);
		}

		@Override
		public void track(long handled) {
			ShardDriver.this.tracker.restart(handled);
			ShardDriver.this.toldHandled = handled;
		}

		@Override
		public void stopReading() {
			attempt("stop reading", ShardDriver.this.connection::stopReading);
		}

		@Override
		public void saveSession(Session session) {
			SessionStoreAccess sessions = ShardDriver.this.services.sessions();
			store(sessions.save(ShardDriver.this.id, session));
			List<Snowflake> guilds = ShardDriver.this.journal.guilds().takeChanged();
			if (guilds != null) {
				sessions.saveGuilds(ShardDriver.this.id, session.id(), guilds).subscribe();
			}
		}

		@Override
		public void removeSession() {
			store(ShardDriver.this.services.sessions().remove(ShardDriver.this.id));
		}

		@Override
		public void close(int code) {
			attempt("close the connection", () -> ShardDriver.this.connection.close(code));
		}

		@Override
		public void drop(int code) {
			attempt("leave the connection", () -> ShardDriver.this.connection.drop(code));
		}

		@Override
		public void tell(ShardLifecycleEvent event) {
			ShardDriver.this.tell(event);
		}

	}

	/**
	 * Brings what happens on one connection to the machine, with the connection's number.
	 */
	private final class Handler implements ConnectionHandler {

		private final int number;

		private Handler(int number) {
			this.number = number;
		}

		@Override
		public void opened() {
			ShardDriver.this.journal.opened();
			process(new ShardInput.Opened(this.number));
		}

		@Override
		public void messageRead(int bytes) {
			ShardDriver.this.journal.messageRead(bytes);
		}

		@Override
		public void received(byte[] buffer, int length) {
			ShardDriver.this.received(this.number, buffer, length);
		}

		@Override
		public void broken(byte[] buffer, int length, String problem) {
			ShardDriver.this.broken(this.number, buffer, length, problem);
		}

		@Override
		public void readComplete() {
			ShardDriver.this.readComplete();
		}

		@Override
		public void corrupted(CorruptStreamException problem) {
			process(new ShardInput.Corrupted(this.number, describe(problem)));
		}

		@Override
		public void closed(int code, String reason) {
			process(new ShardInput.Ended(this.number, new DisconnectCause.Closed(code,
					ServerText.clean(reason, ShardDriver.this.services.identity().token()))));
		}

		@Override
		public void failed(Throwable problem) {
			Duration retryAfter = (problem instanceof HandshakeRefusedException refused) ? refused.retryAfter() : null;
			process(new ShardInput.Ended(this.number, new DisconnectCause.Failed(describe(problem), retryAfter)));
		}

	}

}
