package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.internal.shard.ModelSession.ModelEvent;
import io.github.discordgateway.internal.shard.ModelWorld.Wait;
import io.github.discordgateway.internal.shard.VirtualTime.Planned;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * One life of a {@link ShardMachine}, from the start of a process to its end: does in
 * virtual time what {@link ShardDriver} does on an event loop, and has each effect
 * checked by {@link ShardRules}.
 */
final class ModelDriver {

	/** How late some sockets tell that a command was not written. */
	static final Duration WRITES_FAIL_AFTER = Duration.ofSeconds(3);

	private final ShardId id;

	private final int process;

	private final ModelWorld world;

	private final ModelServer server;

	private final SessionSlot store;

	private final RecordedActions actions = new RecordedActions();

	private final ShardMachine machine;

	private final ShardVitals vitals;

	private final ShardRules rules;

	private final Map<ShardTimer, Planned> timers = new EnumMap<>(ShardTimer.class);

	private final Queue<ShardInput> inputs = new ArrayDeque<>();

	private final List<PendingCommand> unwritten = new ArrayList<>();

	final ModelListeners listeners;

	private @Nullable ModelConnection connection;

	private @Nullable Wait request;

	private int requestNumber;

	private @Nullable Wait permit;

	/** The event that is being processed. */
	private @Nullable ModelEvent event;

	private boolean eventReplayed;

	/** The event that could not be handed on last. */
	private @Nullable ModelEvent failedEvent;

	private int failingDeliveries;

	private boolean processing;

	private boolean readingPaused;

	private boolean readingStopped;

	private boolean draining;

	private boolean dead;

	/** By how much the wall clock is ahead, because the process did not run. */
	private Duration slept = Duration.ZERO;

	ModelDriver(ShardId id, int process, ModelWorld world, ModelServer server, SessionSlot store,
			ShardSettings settings, Random random, ModelListeners.Pace pace) {
		this.id = id;
		this.process = process;
		this.world = world;
		this.server = server;
		this.store = store;
		this.vitals = new ShardVitals(id);
		this.machine = new ShardMachine(settings, this.actions, this.vitals, random::nextDouble, new ConnectPace());
		this.rules = new ShardRules(settings, world.time, store);
		this.listeners = new ModelListeners(world.time, random, pace);
	}

	void start() {
		input(new ShardInput.Start(this.store.session, null));
	}

	/** Begins without the session that the store has, since it does not answer. */
	void startWithoutStore() {
		this.rules.storeFailed();
		input(new ShardInput.Start(null, "the store did not answer"));
	}

	/** The next events cannot be handed on. */
	void failDeliveries(int count) {
		this.failingDeliveries = count;
	}

	/** Something that the machine wanted could not be done. */
	void actionFails() {
		input(new ShardInput.ActionFailed((this.connection != null) ? this.connection.number : 0, "no memory"));
	}

	ShardState state() {
		return this.machine.state();
	}

	ShardRules rules() {
		return this.rules;
	}

	@Nullable ModelConnection connection() {
		return this.connection;
	}

	// What the test does

	/** Whether it was drained, so that it connects no more. */
	boolean isDraining() {
		return this.draining;
	}

	void drain(boolean keepSession) {
		this.draining = true;
		this.rules.draining();
		input(new ShardInput.Drain(keepSession));
	}

	void stop(boolean keepSession) {
		this.rules.stopping(keepSession);
		input(new ShardInput.Stop(keepSession));
	}

	/** The process ends without warning. */
	void kill() {
		die();
		if (this.connection != null) {
			this.connection.ended = true;
			this.connection.reset(1_000_000);
		}
		releasePermit();
	}

	/** The process ends, now that the shard has. */
	void die() {
		this.dead = true;
		this.listeners.die();
		this.timers.values().forEach(Planned::cancel);
	}

	void send(int command) {
		this.rules.commands().given(command);
		input(new ShardInput.CommandGiven(Commands.command(Integer.toString(command))));
	}

	void pauseReading(boolean paused) {
		this.readingPaused = paused;
		this.rules.readingPaused(paused);
		input(new ShardInput.ReadingPaused(paused));
		applyPause();
	}

	void sleep(Duration duration) {
		if (this.timers.containsKey(ShardTimer.HEARTBEAT)) {
			this.slept = this.slept.plus(duration);
		}
	}

	/** Something of an old connection comes late, and must change nothing. */
	void late(int kind) {
		ModelConnection current = this.connection;
		int old = (current != null) ? (current.ended ? current.number : current.number - 1) : 0;
		ShardInput input = switch (kind % 7) {
			case 0 -> new ShardInput.Opened(old);
			case 1 -> new ShardInput.Received(old, new ServerMessage.Event(1_000_000));
			case 2 -> new ShardInput.Received(old, new ServerMessage.Hello(Duration.ofSeconds(1)));
			case 3 -> new ShardInput.Received(old, new ServerMessage.InvalidSession(false));
			case 4 -> new ShardInput.Received(old, new ServerMessage.Resumed(1_000_000));
			case 5 -> new ShardInput.Corrupted(old, "late");
			default -> new ShardInput.Ended(old, new DisconnectCause.Closed(4004, "late"));
		};
		ShardState before = this.machine.state();
		this.machine.on(input, this.world.time.now());
		List<ShardEffect> effects = this.actions.take();
		if (!effects.isEmpty() || this.machine.state() != before) {
			throw new AssertionError(input + " of an old connection has an effect: " + effects);
		}
	}

	// What the connection does

	void opened(ModelConnection from) {
		if (!isDeaf(from)) {
			input(new ShardInput.Opened(from.number));
		}
	}

	void received(ModelConnection from, ServerMessage message, @Nullable ModelEvent received, boolean replayed) {
		if (isDeaf(from)) {
			return;
		}
		this.rules.received(message, from, this.machine.state());
		this.event = received;
		this.eventReplayed = replayed;
		input(new ShardInput.Received(from.number, message));
		this.event = null;
	}

	void corrupted(ModelConnection from) {
		if (!isDeaf(from)) {
			input(new ShardInput.Corrupted(from.number, "zlib"));
		}
	}

	void ended(ModelConnection from, DisconnectCause cause) {
		if (!isDeaf(from)) {
			this.rules.ended(cause);
			if (from.number % 3 == 0) {
				failWrites(from);
			}
			from.ended = true;
			input(new ShardInput.Ended(from.number, cause));
			failWritesSoon(from);
		}
	}

	private boolean isDeaf(ModelConnection from) {
		return this.dead || from.ended;
	}

	/** Some sockets tell at once that they are gone, and some need a while. */
	private void failWritesSoon(ModelConnection from) {
		if (from.number % 3 == 1) {
			failWrites(from);
		}
		else if (!this.unwritten.isEmpty()) {
			List<PendingCommand> failed = List.copyOf(this.unwritten);
			this.unwritten.clear();
			this.world.time.plan(WRITES_FAIL_AFTER.toNanos(), () -> {
				if (!this.dead) {
					failed.forEach(this.rules.commands()::toldLate);
					failed.forEach((command) -> input(new ShardInput.CommandNotWritten(from.number, command)));
				}
			});
		}
	}

	private void failWrites(ModelConnection from) {
		List<PendingCommand> failed = List.copyOf(this.unwritten);
		this.unwritten.clear();
		failed.forEach((command) -> input(new ShardInput.CommandNotWritten(from.number, command)));
	}

	// The machine

	private void input(ShardInput... added) {
		if (this.dead) {
			return;
		}
		this.inputs.addAll(List.of(added));
		if (this.processing) {
			return;
		}
		this.processing = true;
		ShardInput next;
		while ((next = this.inputs.poll()) != null) {
			ShardInput handled = this.actions.handledBefore(next);
			if (handled != null) {
				this.machine.on(handled, this.world.time.now());
			}
			this.machine.on(next, this.world.time.now());
			List<ShardEffect> effects = this.actions.take();
			if (next instanceof ShardInput.EventFailed
					&& effects.stream().noneMatch((effect) -> effect instanceof ShardEffect.PassOver)) {
				this.rules.notReceived();
			}
			for (ShardEffect effect : effects) {
				this.rules.check(effect);
				perform(effect);
			}
		}
		this.processing = false;
		this.rules.check(this.machine.state(), this.connection, this.timers.keySet(), isPermitWanted());
	}

	private boolean isPermitWanted() {
		return this.permit != null || this.request != null;
	}

	private void perform(ShardEffect effect) {
		if (effect instanceof ShardEffect.Deliver deliver) {
			deliver(deliver);
		}
		else if (effect instanceof ShardEffect.Schedule schedule) {
			cancel(schedule.timer());
			this.timers.put(schedule.timer(),
					this.world.time.plan(schedule.delay().toNanos(), () -> fired(schedule.timer())));
		}
		else if (effect instanceof ShardEffect.Cancel cancel) {
			cancel(cancel.timer());
		}
		else if (effect instanceof ShardEffect.Connect connect) {
			ModelConnection opened = new ModelConnection(connect.connection(), this, this.world.time);
			this.connection = opened;
			this.rules.opened();
			applyPause();
			this.server.connected(opened, this);
		}
		else if (effect instanceof ShardEffect.RequestPermit requested) {
			this.requestNumber = requested.request();
			this.request = this.world.acquire(this.id, (wait) -> granted(requested.request(), wait));
		}
		else if (effect instanceof ShardEffect.ReleasePermit) {
			releasePermit();
		}
		else if (effect instanceof ShardEffect.SaveSession save) {
			this.store.put(save.session(), this.rules.session());
		}
		else if (effect instanceof ShardEffect.RemoveSession) {
			this.store.put(null, null);
		}
		else if (effect instanceof ShardEffect.PassOver) {
			// One that could not even be read is none of the model's events.
			if (this.failedEvent != null) {
				this.failedEvent.session.passedOver(this.failedEvent);
				this.failedEvent = null;
			}
		}
		else if (effect instanceof ShardEffect.StopReading) {
			this.readingStopped = true;
			applyPause();
		}
		else if (effect instanceof ShardEffect.RejectCommand rejected) {
			this.rules.commands().rejected(rejected.command());
		}
		else if (this.connection != null) {
			performOn(this.connection, effect);
		}
	}

	private void performOn(ModelConnection current, ShardEffect effect) {
		if (effect instanceof ShardEffect.SendHeartbeat) {
			this.server.heartbeat(current);
		}
		else if (effect instanceof ShardEffect.SendIdentify) {
			Wait held = this.permit;
			if (held == null) {
				throw new AssertionError("IDENTIFY without a permit");
			}
			this.permit = null;
			held.spend();
			this.server.identify(current);
		}
		else if (effect instanceof ShardEffect.SendResume resume) {
			this.server.resume(current, resume.session().id(), Math.max(resume.session().sequence(), 0));
		}
		else if (effect instanceof ShardEffect.SendCommand sent) {
			if (current.failingWrites) {
				this.rules.commands().notWritten(sent.command());
				this.unwritten.add(sent.command());
			}
		}
		else if (effect instanceof ShardEffect.Close close) {
			current.pauseReading(false);
			this.server.closing(current, close.code(), this);
		}
		else if (effect instanceof ShardEffect.Drop drop) {
			current.ended = true;
			this.server.dropped(current, drop.code());
			failWritesSoon(current);
		}
	}

	private void deliver(ShardEffect.Deliver deliver) {
		ModelEvent delivered = this.event;
		if (delivered == null) {
			throw new AssertionError("An event is delivered that was not received");
		}
		if (deliver.replayed() != this.eventReplayed) {
			throw new AssertionError(delivered + " is marked as replayed: " + deliver.replayed());
		}
		if (delivered.message instanceof ServerMessage.Event && this.failingDeliveries > 0) {
			this.failingDeliveries--;
			this.failedEvent = delivered;
			this.actions.takeBack();
			this.inputs.add(new ShardInput.EventFailed(Objects.requireNonNull(this.connection).number,
					deliver.sequence(), "out of memory"));
		}
		else if (delivered.message instanceof ServerMessage.Event) {
			this.rules.delivered(delivered, this.process);
			this.listeners.deliver(delivered, this.actions.delivered().get(this.actions.delivered().size() - 1));
		}
	}

	private void fired(ShardTimer timer) {
		this.timers.remove(timer);
		if (timer == ShardTimer.HEARTBEAT) {
			Duration late = this.slept;
			this.slept = Duration.ZERO;
			input(new ShardInput.Slept(late), new ShardInput.TimerFired(timer));
		}
		else {
			input(new ShardInput.TimerFired(timer));
		}
	}

	private void cancel(ShardTimer timer) {
		Planned running = this.timers.remove(timer);
		if (running != null) {
			running.cancel();
		}
	}

	private void granted(int asked, Wait wait) {
		if (asked != this.requestNumber || this.permit != null || this.dead) {
			wait.leave();
			return;
		}
		this.request = null;
		this.permit = wait;
		input(new ShardInput.PermitGranted(asked));
	}

	private void releasePermit() {
		this.requestNumber = 0;
		Wait waiting = this.request;
		this.request = null;
		if (waiting != null && !waiting.isGranted()) {
			waiting.leave();
		}
		Wait held = this.permit;
		this.permit = null;
		if (held != null) {
			held.leave();
		}
	}

	private void applyPause() {
		if (this.connection != null) {
			this.connection.pauseReading(this.readingPaused || this.readingStopped);
		}
	}

	/** Where the session is kept over the end of a process. */
	static final class SessionSlot {

		@Nullable Session session;

		@Nullable ModelSession model;

		private @Nullable Session sessionBefore;

		private @Nullable ModelSession modelBefore;

		void put(@Nullable Session saved, @Nullable ModelSession of) {
			this.sessionBefore = this.session;
			this.modelBefore = this.model;
			this.session = saved;
			this.model = of;
		}

		/** The last change was not made in time. */
		void loseLastChange() {
			this.session = this.sessionBefore;
			this.model = this.modelBefore;
		}

	}

}
