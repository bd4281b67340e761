package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.internal.protocol.Frame.SessionStart;
import io.github.discordgateway.internal.tracking.UnhandledEvent;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * A machine in virtual time: keeps its effects, runs its timers, and plays the server.
 */
final class VirtualShard {

	static final Duration INTERVAL = Duration.ofMillis(41_250);

	static final ShardId ID = new ShardId(0, 1);

	private final ShardVitals vitals = new ShardVitals(ID);

	private final Map<ShardTimer, Long> timers = new EnumMap<>(ShardTimer.class);

	private final List<ShardInput> inputs = new ArrayList<>();

	private final List<ShardEffect> effects = new ArrayList<>();

	private final RecordedActions actions = new RecordedActions();

	private final ConnectPace pace = new ConnectPace();

	private final ShardMachine machine;

	private double drawn = 0.5;

	private long now = 1_000;

	private int connection;

	private int request;

	/** Whether events stay open until the test handles them. */
	private boolean holding;

	VirtualShard() {
		this(ShardSettings.DEFAULT);
	}

	VirtualShard(ShardSettings settings) {
		this.machine = new ShardMachine(settings, this.actions, this.vitals, () -> this.drawn, this.pace);
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
		this.actions.delivered().get(delivered).run();
		return this;
	}

	/** Processes an input and returns its effects. */
	List<ShardEffect> on(ShardInput input) {
		ShardInput handled = this.actions.handledBefore(input);
		if (handled != null) {
			process(handled);
		}
		return process(input);
	}

	private List<ShardEffect> process(ShardInput input) {
		this.inputs.add(input);
		int delivered = this.actions.delivered().size();
		this.machine.on(input, this.now);
		List<ShardEffect> caused = this.actions.take();
		this.effects.addAll(caused);
		if (!this.holding) {
			this.actions.delivered().subList(delivered, this.actions.delivered().size()).forEach(UnhandledEvent::run);
		}
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
			else if (effect instanceof ShardEffect.RequestPermit requested) {
				this.request = requested.request();
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
		on(new ShardInput.Start(null, null));
		return this;
	}

	VirtualShard start(Session session) {
		on(new ShardInput.Start(session, null));
		return this;
	}

	VirtualShard opened() {
		on(new ShardInput.Opened(this.connection));
		return this;
	}

	VirtualShard receive(ServerMessage message) {
		on(new ShardInput.Received(this.connection, message));
		return this;
	}

	VirtualShard hello() {
		return receive(new ServerMessage.Hello(INTERVAL));
	}

	VirtualShard ack() {
		return receive(new ServerMessage.HeartbeatAck());
	}

	VirtualShard grant() {
		on(new ShardInput.PermitGranted(this.request));
		return this;
	}

	VirtualShard event(long sequence) {
		return receive(new ServerMessage.Event(sequence));
	}

	VirtualShard receiveReady(long sequence) {
		return receive(new ServerMessage.Ready(sequence, start("session-id", "wss://resume.test")));
	}

	/** What a READY says that names a session and nothing else. */
	static SessionStart start(String sessionId, @Nullable String resumeUrl) {
		return new SessionStart(sessionId, resumeUrl, null, null, List.of());
	}

	VirtualShard receiveResumed(long sequence) {
		return receive(new ServerMessage.Resumed(sequence));
	}

	/** Comes all the way to READY with sequence 1. */
	VirtualShard ready() {
		return start().opened().hello().grant().receiveReady(1);
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

	/** The event that was delivered last could not be handed on. */
	VirtualShard eventFailed(long sequence) {
		this.actions.takeBack();
		on(new ShardInput.EventFailed(this.connection, sequence, "out of memory"));
		return this;
	}

	/** The pace at which it connects, which other shards may use. */
	ConnectPace pace() {
		return this.pace;
	}

	long now() {
		return this.now;
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
	<T extends ShardLifecycleEvent> List<T> notices(Class<T> type) {
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
		this.actions.delivered().clear();
	}

}
