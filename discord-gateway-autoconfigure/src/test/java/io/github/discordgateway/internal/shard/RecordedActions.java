package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.tracking.EventTracker;
import io.github.discordgateway.internal.tracking.UnhandledEvent;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a machine wants to be done, until somebody takes it. Events are tracked as a
 * driver does it.
 */
final class RecordedActions implements ShardActions {

	private final EventTracker tracker = new EventTracker();

	private final List<ShardEffect> effects = new ArrayList<>();

	private final List<UnhandledEvent> delivered = new ArrayList<>();

	private long toldHandled = Frame.NO_SEQUENCE;

	/** What was wanted since this was called last, in order. */
	List<ShardEffect> take() {
		List<ShardEffect> taken = List.copyOf(this.effects);
		this.effects.clear();
		return taken;
	}

	/** All events that were delivered, in order. */
	List<UnhandledEvent> delivered() {
		return this.delivered;
	}

	/** What a driver tells before an input; null when nothing has changed. */
	ShardInput.@Nullable HandledUpTo handledBefore(ShardInput input) {
		boolean event = input instanceof ShardInput.Received received
				&& received.message() instanceof ServerMessage.Event;
		long handled = this.tracker.handledUpTo();
		if (event || handled == this.toldHandled) {
			return null;
		}
		this.toldHandled = handled;
		return new ShardInput.HandledUpTo(handled);
	}

	/** The event that was delivered last could not be handed on. */
	void takeBack() {
		this.tracker.takeBack(this.delivered.get(this.delivered.size() - 1));
	}

	@Override
	public void connect(int connection, @Nullable String resumeUrl) {
		this.effects.add(new ShardEffect.Connect(connection, resumeUrl));
	}

	@Override
	public void schedule(ShardTimer timer, Duration delay) {
		this.effects.add(new ShardEffect.Schedule(timer, delay));
	}

	@Override
	public void cancel(ShardTimer timer) {
		this.effects.add(new ShardEffect.Cancel(timer));
	}

	@Override
	public void requestPermit(int request) {
		this.effects.add(new ShardEffect.RequestPermit(request));
	}

	@Override
	public void releasePermit() {
		this.effects.add(new ShardEffect.ReleasePermit());
	}

	@Override
	public void sendHeartbeat(long sequence) {
		this.effects.add(new ShardEffect.SendHeartbeat((sequence != Frame.NO_SEQUENCE) ? sequence : null));
	}

	@Override
	public void sendIdentify() {
		this.effects.add(new ShardEffect.SendIdentify());
	}

	@Override
	public void sendResume(Session session) {
		this.effects.add(new ShardEffect.SendResume(session));
	}

	@Override
	public void sendCommand(PendingCommand command) {
		this.effects.add(new ShardEffect.SendCommand(command));
	}

	@Override
	public void rejectCommand(PendingCommand command, String reason) {
		this.effects.add(new ShardEffect.RejectCommand(command, reason));
	}

	@Override
	public void deliver(long sequence, boolean replayed) {
		this.delivered.add(this.tracker.receive(sequence));
		this.effects.add(new ShardEffect.Deliver(sequence, replayed, false));
	}

	@Override
	public void deliverOwn(long sequence) {
		this.tracker.receiveOwn(sequence);
		this.toldHandled = Long.MIN_VALUE;
		this.delivered.add(new EventTracker().receive(sequence));
		this.effects.add(new ShardEffect.Deliver(sequence, false, true));
	}

	@Override
	public void passOver(long sequence, String problem) {
		this.tracker.receive(sequence).run();
		this.effects.add(new ShardEffect.PassOver(sequence, problem));
	}

	@Override
	public void track(long handled) {
		this.tracker.restart(handled);
		this.toldHandled = handled;
		this.effects.add(new ShardEffect.Track(handled));
	}

	@Override
	public void stopReading() {
		this.effects.add(new ShardEffect.StopReading());
	}

	@Override
	public void saveSession(Session session) {
		this.effects.add(new ShardEffect.SaveSession(session));
	}

	@Override
	public void removeSession() {
		this.effects.add(new ShardEffect.RemoveSession());
	}

	@Override
	public void close(int code) {
		this.effects.add(new ShardEffect.Close(code));
	}

	@Override
	public void drop(int code) {
		this.effects.add(new ShardEffect.Drop(code));
	}

	@Override
	public void tell(ShardLifecycleEvent event) {
		this.effects.add(new ShardEffect.Notify(event));
	}

}
