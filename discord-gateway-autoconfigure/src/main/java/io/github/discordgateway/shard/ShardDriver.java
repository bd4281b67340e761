package io.github.discordgateway.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.command.CommandWriter;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.compression.CorruptStreamException;
import io.github.discordgateway.identify.IdentifyPermit;
import io.github.discordgateway.protocol.Frame;
import io.github.discordgateway.protocol.FrameReader;
import io.github.discordgateway.protocol.MalformedFrameException;
import io.github.discordgateway.protocol.Opcode;
import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.transport.ConnectionHandler;
import io.github.discordgateway.transport.GatewayConnection;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Runs one {@link ShardMachine}: feeds it from a connection, from timers and from
 * callers, and does what it says. Everything happens on one event loop, so there are no
 * locks, and one after the other: what an effect causes is processed after the effects
 * that were decided before.
 */
public final class ShardDriver implements GatewayShard {

	private static final Log logger = LogFactory.getLog(ShardDriver.class);

	/** A queue that other processes share may be out of reach for a while. */
	private static final RetryBackoffSpec PERMIT_RETRY = Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1))
		.maxBackoff(Duration.ofSeconds(30));

	/** Each of these is reported. */
	private static final int REPORTED_MALFORMED_FRAMES = 10;

	private final ShardId id;

	private final EventLoop eventLoop;

	private final ShardServices services;

	private final ShardVitals vitals;

	private final ShardMachine machine;

	private final FrameReader frames;

	private final HandshakeWriter handshakes;

	private final CommandWriter commands;

	private final NoticeLog noticeLog;

	private final Map<ShardTimer, Future<?>> timers = new EnumMap<>(ShardTimer.class);

	private final Queue<ShardInput> inputs = new ArrayDeque<>();

	private final Sinks.Empty<Void> ended = Sinks.empty();

	/** That of the predecessor, if there is one; set before the start. */
	private volatile ShardJournal journal;

	private boolean processing;

	private int connectionNumber;

	/** The close code that was sent last. */
	private int ownCode = ShardMachine.KEEP_SESSION;

	/** Since when a permit to identify is waited for. */
	private long permitRequestedAt;

	private @Nullable GatewayConnection connection;

	/** The frame that is being processed. */
	private @Nullable Frame frame;

	private Disposable permitRequest = Disposables.disposed();

	private @Nullable IdentifyPermit permit;

	/** The presence that Discord was last told, for a later IDENTIFY. */
	private volatile @Nullable UpdatePresence presence;

	/** Whether the listeners are behind; set by the caller, and so always the latest. */
	private volatile boolean listenersBehind;

	/** Whether events are held back for another reason; as above. */
	private volatile boolean readingHeld;

	/** What of this was applied; on the event loop. */
	private boolean readingPaused;

	/** Set once the shard is about to be stopped: nothing is read any more. */
	private boolean readingStopped;

	/** Whether the connection is being closed, and read to its end whoever is behind. */
	private boolean closing;

	/** What became of the last change to the stored session. */
	private Mono<Void> stored = Mono.empty();

	/** When the next heartbeat is due, by the wall clock. */
	private Instant nextHeartbeat = Instant.MIN;

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
		this.machine = new ShardMachine(services.settings(), this.vitals,
				() -> ThreadLocalRandom.current().nextDouble());
		this.frames = services.frameReader();
		this.handshakes = services.handshakeWriter();
		this.commands = services.commandWriter();
		this.noticeLog = new NoticeLog(id);
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
		this.services.sessions()
			.load(this.id)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.subscribe((kept) -> input(new ShardInput.Start(kept.orElse(null))));
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

	@Override
	public Mono<Void> reconnect() {
		return Mono.create((sink) -> onEventLoop(() -> {
			ShardState state = this.machine.state();
			if (state == ShardState.NEW || state == ShardState.DRAINING || state.isFinal()) {
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
		if (paused != this.readingPaused) {
			this.readingPaused = paused;
			process(new ShardInput.ReadingPaused(paused));
			applyPause();
		}
	}

	private void applyPause() {
		GatewayConnection current = this.connection;
		if (current != null && !this.closing) {
			current.pauseReading(this.readingPaused || this.readingStopped);
		}
	}

	@Override
	public Mono<Void> send(GatewayCommand command) {
		String json = this.commands.write(command);
		UpdatePresence shown = (command instanceof UpdatePresence update) ? update : null;
		return Mono.create((sink) -> give(new PendingCommand(json, shown, sink)));
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
			task.run();
			sink.success();
		}));
	}

	private void input(ShardInput input) {
		onEventLoop(() -> process(input));
	}

	private void onEventLoop(Runnable task) {
		if (this.eventLoop.inEventLoop()) {
			task.run();
		}
		else {
			this.eventLoop.execute(task);
		}
	}

	private void process(ShardInput input) {
		this.inputs.add(input);
		if (this.processing) {
			return;
		}
		this.processing = true;
		try {
			ShardInput next;
			while ((next = this.inputs.poll()) != null) {
				List<ShardEffect> effects = this.machine.on(next, System.nanoTime());
				for (int i = 0; i < effects.size(); i++) {
					perform(effects.get(i));
				}
			}
		}
		finally {
			this.processing = false;
		}
	}

	private void perform(ShardEffect effect) {
		if (effect instanceof ShardEffect.Deliver deliver) {
			deliver(deliver.replayed(), deliver.receipt());
		}
		else if (effect instanceof ShardEffect.Schedule schedule) {
			schedule(schedule);
		}
		else if (effect instanceof ShardEffect.Cancel cancel) {
			cancel(cancel.timer());
		}
		else if (effect instanceof ShardEffect.SendHeartbeat heartbeat) {
			sendHeartbeat(heartbeat.sequence());
		}
		else if (effect instanceof ShardEffect.SendIdentify) {
			sendIdentify();
		}
		else if (effect instanceof ShardEffect.SendResume resume) {
			this.journal.resuming();
			send(this.handshakes.resume(this.services.identity(), resume.session())).subscribe(null, this::notWritten);
		}
		else if (effect instanceof ShardEffect.SendCommand sent) {
			sendCommand(sent.command());
		}
		else if (effect instanceof ShardEffect.RejectCommand rejected) {
			this.journal.commandRejected();
			rejected.command().reject("Shard " + this.id + " does not send the command: " + rejected.reason());
		}
		else if (effect instanceof ShardEffect.Connect connect) {
			connect(connect);
		}
		else if (effect instanceof ShardEffect.Close close) {
			close(close.code());
		}
		else if (effect instanceof ShardEffect.Drop drop) {
			this.ownCode = drop.code();
			GatewayConnection current = this.connection;
			if (current != null) {
				current.drop(drop.code());
			}
		}
		else if (effect instanceof ShardEffect.RequestPermit) {
			requestPermit();
		}
		else if (effect instanceof ShardEffect.ReleasePermit) {
			releasePermit();
		}
		else if (effect instanceof ShardEffect.SaveSession save) {
			store(this.services.sessions().save(this.id, save.session()));
		}
		else if (effect instanceof ShardEffect.RemoveSession) {
			store(this.services.sessions().remove(this.id));
		}
		else if (effect instanceof ShardEffect.StopReading) {
			this.readingStopped = true;
			applyPause();
		}
		else if (effect instanceof ShardEffect.Notify notify) {
			notice(notify.notice());
		}
	}

	// Connection

	private void connect(ShardEffect.Connect effect) {
		int number = effect.connection();
		this.connectionNumber = number;
		this.connection = null;
		this.closing = false;
		GatewayConnection opening = this.services.connector()
			.connect(this.services.url().resume(effect.resumeUrl()), this.eventLoop, new Handler(number));
		this.connection = opening;
		if (this.readingPaused) {
			opening.pauseReading(true);
		}
	}

	private void close(int code) {
		this.ownCode = code;
		GatewayConnection current = this.connection;
		if (current != null) {
			this.closing = true;
			// What still comes is ignored, but the peer's close frame is behind it.
			current.pauseReading(false);
			current.close(code);
		}
	}

	private void received(int number, byte[] buffer, int length) {
		this.journal.payloadRead(length, buffer.length);
		process(number, () -> this.frames.read(buffer, 0, length));
	}

	private void broken(int number, byte[] buffer, int length, String problem) {
		this.journal.payloadRead(length, buffer.length);
		process(number, () -> this.frames.readBroken(buffer, 0, length, problem));
	}

	private void process(int number, FrameSource source) {
		Signal signal;
		try (Frame received = source.read()) {
			try {
				signal = signal(received);
			}
			catch (MalformedFrameException ex) {
				malformed(ex);
				// An event all the same: its sequence counts, and listeners may want it.
				signal = (Opcode.of(received.opcode()) == Opcode.DISPATCH) ? new Signal.Event(received.sequence())
						: new Signal.Other();
			}
			this.frame = received;
			process(new ShardInput.Received(number, signal));
		}
		catch (MalformedFrameException ex) {
			malformed(ex);
			process(new ShardInput.Received(number, new Signal.Other()));
		}
		finally {
			this.frame = null;
		}
	}

	/**
	 * A server that sends nothing else must not fill the log: then each doubling is told.
	 */
	private void malformed(MalformedFrameException problem) {
		this.journal.malformedFrame();
		long count = this.journal.malformedFrames();
		if (count <= REPORTED_MALFORMED_FRAMES || Long.bitCount(count) == 1) {
			logger.warn("Shard " + this.id + " received a malformed frame, its number " + count + ", and goes on: "
					+ problem.getMessage());
		}
	}

	private static Signal signal(Frame frame) throws MalformedFrameException {
		Opcode opcode = Opcode.of(frame.opcode());
		if (opcode == null) {
			return new Signal.Other();
		}
		return switch (opcode) {
			case DISPATCH -> eventSignal(frame);
			case HEARTBEAT -> new Signal.HeartbeatRequest();
			case RECONNECT -> new Signal.Reconnect();
			case INVALID_SESSION -> new Signal.InvalidSession(frame.isResumable());
			case HELLO -> new Signal.Hello(frame.heartbeatInterval());
			case HEARTBEAT_ACK -> new Signal.HeartbeatAck();
			default -> new Signal.Other();
		};
	}

	private static Signal eventSignal(Frame frame) throws MalformedFrameException {
		if ("READY".equals(frame.name())) {
			return new Signal.Ready(frame.sequence(), frame.sessionStart());
		}
		if ("RESUMED".equals(frame.name())) {
			return new Signal.Resumed(frame.sequence());
		}
		return new Signal.Event(frame.sequence());
	}

	private void deliver(boolean replayed, Receipt receipt) {
		Frame current = this.frame;
		if (current == null || current.name() == null) {
			receipt.run();
			return;
		}
		try {
			this.services.delivery().deliver(this.id, this.machine.sessionId(), current, replayed, receipt);
		}
		catch (RuntimeException ex) {
			logger.error("Shard " + this.id + " could not hand on " + current, ex);
			receipt.run();
		}
		countGuilds(current);
	}

	/** Afterwards, since a body is read for less the first time. */
	private void countGuilds(Frame event) {
		try {
			GuildCount before = this.journal.guilds();
			GuildCount after = GuildCount.after(before, event);
			if (after != before) {
				this.journal.guilds(after);
			}
		}
		catch (MalformedFrameException ex) {
			logger.debug("Shard " + this.id + " does not know how many guilds it has: " + ex.getMessage());
		}
	}

	/** The session's keeper reports its own failures. */
	private void store(Mono<Void> change) {
		Mono<Void> result = change.cache();
		this.stored = result;
		result.subscribe();
	}

	// Sending

	private Mono<Void> send(String json) {
		GatewayConnection current = this.connection;
		return (current != null) ? current.send(json)
				: Mono.error(() -> new IllegalStateException("The connection is gone"));
	}

	private void sendHeartbeat(@Nullable Long sequence) {
		int number = this.connectionNumber;
		send(this.handshakes.heartbeat(sequence)).subscribe(null,
				(problem) -> onEventLoop(() -> heartbeatNotWritten(number, problem)));
	}

	/**
	 * The end of a connection stands behind what has not been read. A shard that does not
	 * read would learn of it too late to resume.
	 */
	private void heartbeatNotWritten(int number, Throwable problem) {
		notWritten(problem);
		GatewayConnection current = this.connection;
		if (this.readingPaused && current != null && number == this.connectionNumber) {
			current.drop(ShardMachine.KEEP_SESSION);
			process(new ShardInput.Ended(number,
					new DisconnectCause.Failed("a heartbeat could not be written: " + Handler.describe(problem))));
		}
	}

	private void sendIdentify() {
		IdentifyPermit granted = this.permit;
		this.permit = null;
		this.journal.identified();
		send(this.handshakes.identify(this.id, this.services.identity(), this.presence)).doFinally((signal) -> {
			if (granted != null) {
				// Even when writing failed: part of it may have been sent.
				granted.spent();
			}
		}).subscribe(null, this::notWritten);
	}

	private void sendCommand(PendingCommand command) {
		int number = this.connectionNumber;
		send(command.json()).subscribe(null, (problem) -> {
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

	// Permits

	private void requestPermit() {
		int number = this.connectionNumber;
		this.permitRequestedAt = System.nanoTime();
		this.permitRequest = this.services.identifyQueue()
			.acquire(this.id)
			.retryWhen(PERMIT_RETRY.doBeforeRetry((failure) -> logger
				.warn("Shard " + this.id + " got no permit to identify and asks again: " + failure.failure())))
			.subscribe((granted) -> onEventLoop(() -> granted(number, granted)));
	}

	private void granted(int number, IdentifyPermit granted) {
		if (number != this.connectionNumber || this.permit != null) {
			granted.giveBack();
			return;
		}
		this.permit = granted;
		this.journal.permitGranted(Duration.ofNanos(System.nanoTime() - this.permitRequestedAt));
		process(new ShardInput.PermitGranted(number));
	}

	private void releasePermit() {
		this.permitRequest.dispose();
		IdentifyPermit unused = this.permit;
		if (unused != null) {
			this.permit = null;
			unused.giveBack();
		}
	}

	// Timers

	private void schedule(ShardEffect.Schedule effect) {
		cancel(effect.timer());
		ShardTimer timer = effect.timer();
		this.timers.put(timer,
				this.eventLoop.schedule(() -> fired(timer), effect.delay().toNanos(), TimeUnit.NANOSECONDS));
		if (timer == ShardTimer.HEARTBEAT) {
			this.nextHeartbeat = this.services.clock().instant().plus(effect.delay());
		}
	}

	private void fired(ShardTimer timer) {
		if (timer == ShardTimer.HEARTBEAT) {
			// The clock of the timers may stand still while the machine is suspended.
			Duration late = Duration.between(this.nextHeartbeat, this.services.clock().instant());
			process(new ShardInput.Slept(late));
		}
		process(new ShardInput.TimerFired(timer));
	}

	private void cancel(ShardTimer timer) {
		Future<?> running = this.timers.remove(timer);
		if (running != null) {
			running.cancel(false);
		}
	}

	// Notices

	private void notice(ShardNotice notice) {
		this.noticeLog.log(notice);
		this.journal.noted(notice, this.ownCode);
		try {
			this.services.watcher().onNotice(this.id, notice);
		}
		catch (RuntimeException ex) {
			logger.error("A watcher of shard " + this.id + " failed on " + notice, ex);
		}
		if (notice instanceof ShardNotice.Stopped || notice instanceof ShardNotice.Failed) {
			this.stored.doFinally((signal) -> this.ended.tryEmitEmpty()).subscribe();
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
		public void corrupted(CorruptStreamException problem) {
			process(new ShardInput.Corrupted(this.number, describe(problem)));
		}

		@Override
		public void closed(int code, String reason) {
			process(new ShardInput.Ended(this.number, new DisconnectCause.Closed(code, reason)));
		}

		@Override
		public void failed(Throwable problem) {
			process(new ShardInput.Ended(this.number, new DisconnectCause.Failed(describe(problem))));
		}

		private static String describe(Throwable problem) {
			return (problem.getMessage() != null) ? problem.getMessage() : problem.getClass().getSimpleName();
		}

	}

	@FunctionalInterface
	private interface FrameSource {

		Frame read() throws MalformedFrameException;

	}

}
