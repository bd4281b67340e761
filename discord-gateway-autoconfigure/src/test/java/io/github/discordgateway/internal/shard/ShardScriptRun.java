package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.Random;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.internal.shard.ModelDriver.SessionSlot;
import io.github.discordgateway.internal.shard.ModelListeners.Pace;
import io.github.discordgateway.internal.shard.ModelServer.ConnectFault;
import io.github.discordgateway.internal.shard.ModelServer.HandshakeFault;
import io.github.discordgateway.internal.shard.ModelSession.ModelEvent;
import io.github.discordgateway.internal.shard.ModelWorld.Wait;
import io.github.discordgateway.internal.shard.ShardScript.Step;
import org.jspecify.annotations.Nullable;

/**
 * Runs one {@link ShardScript} to its end, and on: when the faults have stopped, the
 * shard must become ready, catch up, and be stopped without a trace.
 */
final class ShardScriptRun {

	/** Takes a permit now and then, which the shard then waits for. */
	private static final ShardId RIVAL = new ShardId(1, 2);

	private static final Duration TICK = Duration.ofMillis(1);

	private static final int[] CLOSE_CODES = { 1000, 1001, 1005, 1006, 1011, 3000, 4000, 4001, 4002, 4003, 4005, 4006,
			4007, 4008, 4009, 4999 };

	private static final int[] FATAL_CLOSE_CODES = { 4004, 4010, 4011, 4012, 4013, 4014 };

	private final ShardId id;

	private final ShardScript script;

	private final Random random;

	private final ModelWorld world;

	private final ModelServer server;

	private final SessionSlot store = new SessionSlot();

	private ModelDriver shard;

	private Pace pace = Pace.FAST;

	private int processes;

	private int commands;

	private @Nullable Wait rival;

	/** What is being done. */
	private String doing = "start";

	/** Whether the next process cannot load its session. */
	private boolean storeFails;

	private int resumes;

	private long longestNotReady;

	ShardScriptRun(ShardScript script) {
		this(script, new ShardId(0, 2), new ModelWorld(script.limit()));
	}

	ShardScriptRun(ShardScript script, ShardId id, ModelWorld world) {
		this.id = id;
		this.script = script;
		this.random = new Random(~script.seed());
		this.world = world;
		this.server = new ModelServer(this.world.time, this.random, script.nature());
		this.shard = process();
	}

	private ModelDriver process() {
		return new ModelDriver(this.id, ++this.processes, this.world, this.server, this.store, this.script.settings(),
				this.random, this.pace);
	}

	/**
	 * Runs the script.
	 * @return which rule was broken at which step; null when none was
	 */
	@Nullable Failure failure() {
		int step = 0;
		try {
			start();
			for (Step next : this.script.steps()) {
				this.doing = "step " + ++step + ": " + next;
				this.world.pass(next.delay());
				perform(next);
			}
			this.doing = "the end";
			finish();
			return null;
		}
		catch (AssertionError | RuntimeException ex) {
			return new Failure(
					this.doing + ", in state " + this.shard.state() + " at " + Duration.ofNanos(this.world.time.now()),
					ex);
		}
	}

	void start() {
		this.shard.start();
	}

	/** Does one step at once. */
	void perform(Step step) {
		ModelConnection connection = this.server.latest;
		boolean open = connection != null && !connection.gone && !connection.broken;
		switch (step.kind()) {
			case EVENTS -> emit(step.from(1, 5));
			case BURST -> emit(step.from(10, 60));
			case PACE -> pace(Pace.values()[step.from(0, 2)]);
			case HANDLE_ONE -> this.shard.listeners.handleOne(step.argument());
			case PAUSE -> this.shard.pauseReading(true);
			case READ_ON -> this.shard.pauseReading(false);
			case COMMANDS -> send(step.from(1, 3));
			case MANY_COMMANDS -> send(step.from(20, 150));
			case CONNECT_FAULT ->
				this.server.connectFaults.add(ConnectFault.values()[step.from(0, ConnectFault.values().length - 1)]);
			case HANDSHAKE_FAULT -> this.server.handshakeFaults
				.add(HandshakeFault.values()[step.from(0, HandshakeFault.values().length - 1)]);
			case RIVAL -> rival();
			case DRAIN -> this.shard.drain(true);
			case DEPLOY -> deploy(step.from(0, 3_000));
			case KILL -> kill(step.argument());
			case SLEEP -> this.shard.sleep(Duration.ofSeconds(step.from(1, 300)));
			case STALL -> this.world.stall(Duration.ofSeconds(step.from(1, 90)));
			case EXPIRE -> {
				if (this.server.served != null) {
					this.server.served.alive = false;
				}
			}
			case LATE -> this.shard.late(step.argument());
			case NO_ECHO -> this.server.mute = !this.server.mute;
			case POISON -> this.shard.failDeliveries(step.from(1, 3));
			case ACTION_FAILS -> this.shard.actionFails();
			case STORE_FAILS -> this.storeFails = !this.script.nature().sameSessionId();
			default -> {
				if (open) {
					perform(step, connection);
				}
			}
		}
	}

	private void perform(Step step, ModelConnection connection) {
		switch (step.kind()) {
			case RESET -> connection.reset(1_000_000);
			case CLOSE -> this.server.close(connection, CLOSE_CODES[step.from(0, CLOSE_CODES.length - 1)]);
			case FATAL_CLOSE ->
				this.server.close(connection, FATAL_CLOSE_CODES[step.from(0, FATAL_CLOSE_CODES.length - 1)]);
			case RECONNECT -> connection.send(new ServerMessage.Reconnect(), 1_000_000);
			case INVALID_RESUMABLE -> this.server.invalidate(connection, true);
			case INVALID -> this.server.invalidate(connection, false);
			case HEARTBEAT_REQUEST -> this.server.requestHeartbeat(connection);
			case MUTE -> connection.broken = true;
			case SLOW_ACKS -> connection.ackDelay = Duration.ofSeconds(step.from(0, 60)).toNanos();
			case CORRUPT -> connection.corrupt(1_000_000);
			case UNREADABLE -> connection.send(new ServerMessage.Unreadable("out of memory"), 1_000_000);
			case MALFORMED -> connection.send(new ServerMessage.Other(), 1_000_000);
			case FAIL_WRITES -> connection.failingWrites = true;
			default -> throw new IllegalArgumentException(step.toString());
		}
	}

	void emit(int count) {
		ModelSession session = this.server.served;
		if (session != null) {
			this.server.emit(session, count);
		}
	}

	private void pace(Pace changed) {
		this.pace = changed;
		this.shard.listeners.pace(changed);
	}

	private void send(int count) {
		for (int i = 0; i < count; i++) {
			this.shard.send(++this.commands);
		}
	}

	private void rival() {
		Wait before = this.rival;
		if (before == null) {
			this.rival = this.world.acquire(RIVAL, (wait) -> {
			});
			return;
		}
		this.rival = null;
		if (before.isGranted() && this.random.nextBoolean()) {
			before.spend();
		}
		else {
			before.leave();
		}
	}

	private void deploy(int drainMillis) {
		this.shard.drain(true);
		emit(drainMillis % 3);
		this.world.pass(Duration.ofMillis(drainMillis));
		end(true);
		startAnew();
	}

	private void kill(int argument) {
		this.shard.kill();
		if (argument % 3 == 0 && !this.script.nature().sameSessionId()) {
			this.store.loseLastChange();
		}
		this.world.pass(Duration.ofMillis(argument % 2_000));
		startAnew();
	}

	private void startAnew() {
		count();
		this.shard = process();
		this.server.fatal = false;
		if (this.storeFails) {
			this.storeFails = false;
			this.shard.startWithoutStore();
		}
		else {
			this.shard.start();
		}
	}

	private void count() {
		this.resumes += this.shard.rules().resumes();
		this.longestNotReady = Math.max(this.longestNotReady, this.shard.rules().longestNotReady());
	}

	private void end(boolean keepSession) {
		this.shard.stop(keepSession);
		this.world.pass(this.script.settings().closeTimeout().plus(TICK));
		require(this.shard.state().isFinal(), "The stop does not end: " + this.shard.state());
		this.world.pass(ModelDriver.WRITES_FAIL_AFTER);
		require(this.shard.rules().commands().open() == 0, "Commands were neither sent nor rejected");
		this.shard.die();
	}

	/** The faults stop. */
	void heal() {
		if (this.rival != null) {
			rival();
		}
		this.server.heal();
		this.shard.failDeliveries(0);
		this.shard.pauseReading(false);
		pace(Pace.FAST);
	}

	private void finish() {
		heal();
		if (!this.shard.isDraining()) {
			becomeReady();
			if (this.shard.state() == ShardState.READY) {
				catchUp();
			}
		}
		end(this.random.nextBoolean());
		count();
		require(this.world.out() == 0 && this.world.waiting() == 0, "A permit was not given back");
	}

	private void becomeReady() {
		Duration limit = Duration.ofMinutes(45)
			.plus(this.script.limit().resetAfter().compareTo(Duration.ofHours(1)) < 0 ? this.script.limit().resetAfter()
					: Duration.ZERO);
		Duration step = Duration.ofSeconds(1);
		// The first look comes after what the shard does not know of yet has shown.
		Duration waited = this.script.nature().interval().multipliedBy(2).plusSeconds(1);
		this.world.pass(waited);
		while (this.shard.state() != ShardState.READY && !this.shard.state().isFinal()) {
			require(waited.compareTo(limit) < 0, "The shard is not ready after " + waited);
			this.world.pass(step);
			waited = waited.plus(step);
		}
	}

	private void catchUp() {
		emit(3);
		this.world.pass(Duration.ofMinutes(5));
		requireNothingOpen();
	}

	/** A shard without faults for a while is ready, and nothing is left to do. */
	void requireNothingOpen() {
		require(this.shard.state() == ShardState.READY, "The shard does not stay ready");
		require(this.shard.rules().commands().open() == 0, "Commands wait for ever");
		require(this.shard.listeners.waiting() == 0, "Events wait for ever");
		ModelSession session = this.shard.rules().session();
		require(session != null && session == this.server.served, "The shard has another session than the server");
		if (this.script.nature().wellBehaved()) {
			ModelEvent unhandled = session.unhandled();
			require(unhandled == null, unhandled + " was never handled");
		}
		// A session counts from READY on, whatever an odd server has sent before it.
		require(this.store.session != null && (this.store.session.sequence() == session.highest()
				|| (!this.script.nature().wellBehaved() && this.store.session.sequence() <= session.highest())),
				"The kept session is " + this.store.session + ", but the server is at " + session.highest());
	}

	private static void require(boolean holds, String rule) {
		if (!holds) {
			throw new AssertionError(rule);
		}
	}

	int processes() {
		return this.processes;
	}

	/** Resumed sessions, of the processes that have ended. */
	int resumes() {
		return this.resumes;
	}

	/** The longest way to READY or RESUMED, in the processes that have ended. */
	Duration longestNotReady() {
		return Duration.ofNanos(this.longestNotReady);
	}

	/** Stops the shard for good. */
	void stop() {
		end(true);
		count();
	}

	int identifies() {
		return this.server.identifies;
	}

	int events() {
		return this.server.eventsMade();
	}

	Duration duration() {
		return Duration.ofNanos(this.world.time.now());
	}

	/** Which rule was broken, and when. */
	record Failure(String step, Throwable problem) {

	}

}
