package io.github.discordgateway.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.discordgateway.protocol.Frame.SessionStart;
import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * A machine in virtual time: keeps its effects, runs its timers, and plays the server.
 */
final class VirtualShard {

	static final Duration INTERVAL = Duration.ofMillis(41_250);

	private final ShardVitals vitals = new ShardVitals(new ShardId(0, 1));

	private final Map<ShardTimer, Long> timers = new EnumMap<>(ShardTimer.class);

	private final List<ShardInput> inputs = new ArrayList<>();

	private final List<ShardEffect> effects = new ArrayList<>();

	private final ShardMachine machine;

	private double drawn = 0.5;

	private long now = 1_000;

	private int connection;

	/** Whether events stay open until the test handles them. */
	private boolean holding;

	VirtualShard() {
		this(ShardSettings.DEFAULT);
	}

	VirtualShard(ShardSettings settings) {
		this.machine = new ShardMachine(settings, this.vitals, () -> this.drawn);
	}

	/** Sets what the next random numbers are, from [0, 1). */
	VirtualShard drawing(double value) {
		this.drawn = value;
		return this;
	}

	/** From now on events stay open until {@link #handle} is called for them. */
	VirtualShard holding() {
		this.holding = true;
		return this;
	}

	/** The listeners are done with the event that was delivered as the n-th, from 0. */
	VirtualShard handle(int delivered) {
		all(ShardEffect.Deliver.class).get(delivered).receipt().run();
		return this;
	}

	/** Processes an input and returns its effects. */
	List<ShardEffect> on(ShardInput input) {
		this.inputs.add(input);
		List<ShardEffect> caused = List.copyOf(this.machine.on(input, this.now));
		this.effects.addAll(caused);
		for (ShardEffect effect : caused) {
			if (effect instanceof ShardEffect.Schedule schedule) {
				this.timers.put(schedule.timer(), this.now + schedule.delay().toNanos());
			}
			else if (effect instanceof ShardEffect.Cancel cancel) {
				this.timers.remove(cancel.timer());
			}
			else if (effect instanceof ShardEffect.Connect connect) {
				this.connection = connect.connection();
			}
			else if (effect instanceof ShardEffect.Deliver deliver && !this.holding) {
				deliver.receipt().run();
			}
		}
		return caused;
	}

	/** Lets time pass, and timers fire at their moment. */
	VirtualShard pass(Duration duration) {
		long end = this.now + duration.toNanos();
		while (true) {
			Optional<Map.Entry<ShardTimer, Long>> due = this.timers.entrySet()
				.stream()
				.filter((entry) -> entry.getValue() <= end)
				.min(Comparator.comparing(Map.Entry::getValue));
			if (due.isEmpty()) {
				break;
			}
			ShardTimer timer = due.get().getKey();
			this.now = due.get().getValue();
			this.timers.remove(timer);
			on(new ShardInput.TimerFired(timer));
		}
		this.now = end;
		return this;
	}

	@Nullable Duration until(ShardTimer timer) {
		Long due = this.timers.get(timer);
		return (due != null) ? Duration.ofNanos(due - this.now) : null;
	}

	VirtualShard start() {
		on(new ShardInput.Start(null));
		return this;
	}

	VirtualShard start(Session session) {
		on(new ShardInput.Start(session));
		return this;
	}

	VirtualShard opened() {
		on(new ShardInput.Opened(this.connection));
		return this;
	}

	VirtualShard receive(Signal signal) {
		on(new ShardInput.Received(this.connection, signal));
		return this;
	}

	VirtualShard hello() {
		return receive(new Signal.Hello(INTERVAL));
	}

	VirtualShard ack() {
		return receive(new Signal.HeartbeatAck());
	}

	VirtualShard grant() {
		on(new ShardInput.PermitGranted(this.connection));
		return this;
	}

	VirtualShard event(long sequence) {
		return receive(new Signal.Event(sequence));
	}

	VirtualShard readySignal(long sequence) {
		return receive(new Signal.Ready(sequence, new SessionStart("session-id", "wss://resume.test")));
	}

	VirtualShard resumedSignal(long sequence) {
		return receive(new Signal.Resumed(sequence));
	}

	/** Comes all the way to READY with sequence 1. */
	VirtualShard ready() {
		return start().opened().hello().grant().readySignal(1);
	}

	/** As ready(), for so long that the next connection follows at once. */
	VirtualShard stable() {
		ready();
		event(2);
		this.pass(Duration.ofSeconds(15));
		return this;
	}

	VirtualShard closed(int code) {
		on(new ShardInput.Ended(this.connection, new DisconnectCause.Closed(code, "")));
		return this;
	}

	VirtualShard failed() {
		on(new ShardInput.Ended(this.connection, new DisconnectCause.Failed("connection refused")));
		return this;
	}

	/** Waits for the next connection, however long the back-off is. */
	VirtualShard reconnect() {
		Duration wait = until(ShardTimer.BACK_OFF);
		if (wait == null) {
			throw new AssertionError("The shard does not reconnect: " + state());
		}
		return pass(wait);
	}

	VirtualShard stop(boolean keepSession) {
		on(new ShardInput.Stop(keepSession));
		return this;
	}

	VirtualShard drain(boolean keepSession) {
		on(new ShardInput.Drain(keepSession));
		return this;
	}

	ShardState state() {
		return this.machine.state();
	}

	ShardSnapshot snapshot() {
		return this.vitals.snapshot(this.now);
	}

	int connection() {
		return this.connection;
	}

	/** All inputs so far, in order. */
	List<ShardInput> inputs() {
		return this.inputs;
	}

	/** All effects of one kind so far, in order. */
	<T extends ShardEffect> List<T> all(Class<T> type) {
		return this.effects.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/** All notices of one kind so far, in order. */
	<T extends ShardNotice> List<T> notices(Class<T> type) {
		return all(ShardEffect.Notify.class).stream()
			.map(ShardEffect.Notify::notice)
			.filter(type::isInstance)
			.map(type::cast)
			.toList();
	}

	<T extends ShardEffect> T last(Class<T> type) {
		List<T> all = all(type);
		if (all.isEmpty()) {
			throw new AssertionError("No " + type.getSimpleName() + " among " + this.effects);
		}
		return all.get(all.size() - 1);
	}

	/** What was put on the wire so far. */
	List<ShardEffect> sent() {
		return this.effects.stream()
			.filter((effect) -> effect instanceof ShardEffect.SendHeartbeat
					|| effect instanceof ShardEffect.SendIdentify || effect instanceof ShardEffect.SendResume
					|| effect instanceof ShardEffect.SendCommand)
			.toList();
	}

	void forgetEffects() {
		this.effects.clear();
	}

}
