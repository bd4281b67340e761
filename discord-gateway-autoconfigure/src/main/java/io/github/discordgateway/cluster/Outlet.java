package io.github.discordgateway.cluster;

import java.util.ArrayDeque;
import java.util.Queue;

import io.github.discordgateway.protocol.Frame;
import io.github.discordgateway.protocol.FrameCopy;
import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.shard.EventDelivery;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of one shard go, which changes while the number of shards does.
 * Everything happens on the event loop of the shard.
 */
final class Outlet implements EventDelivery {

	private final EventDelivery listeners;

	/** Whether the listeners have the events from the shards of another total. */
	private boolean silent;

	/** Notes what the listeners get, as long as that is of interest. */
	private @Nullable Overlap overlap;

	/** What the listeners may have had from other shards. */
	private @Nullable Overlap had;

	/** Events that wait until it is known whether the listeners have them. */
	private @Nullable Queue<Parked> parked;

	Outlet(EventDelivery listeners, boolean silent) {
		this.listeners = listeners;
		this.silent = silent;
	}

	@Override
	public void deliver(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed, Runnable handled) {
		Queue<Parked> waiting = this.parked;
		if (waiting != null) {
			waiting.add(new Parked(shard, sessionId, frame.copy(), replayed, handled));
		}
		else if (this.silent) {
			handled.run();
		}
		else if (this.had != null && this.had.remove(frame)) {
			handled.run();
		}
		else {
			if (this.overlap != null) {
				this.overlap.note(frame);
			}
			this.listeners.deliver(shard, sessionId, frame, replayed, handled);
		}
	}

	void note(@Nullable Overlap notes) {
		this.overlap = notes;
	}

	void park() {
		this.parked = new ArrayDeque<>();
	}

	/**
	 * Hands on what is parked, and everything from now on.
	 * @param received what the listeners have had from the other shards
	 */
	void open(Overlap received) {
		Queue<Parked> waiting = this.parked;
		this.parked = null;
		this.silent = false;
		this.had = received;
		if (waiting != null) {
			waiting.forEach(this::release);
		}
	}

	private void release(Parked event) {
		try (Frame frame = event.copy().open()) {
			deliver(event.shard(), event.sessionId(), frame, event.replayed(), event.handled());
		}
	}

	/** The other shards are gone for long enough: nothing comes a second time. */
	void settle() {
		this.had = null;
	}

	private record Parked(ShardId shard, @Nullable String sessionId, FrameCopy copy, boolean replayed,
			Runnable handled) {
	}

}
