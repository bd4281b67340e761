package io.github.discordgateway.internal.cluster;

import java.util.Set;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameCopy;
import io.github.discordgateway.internal.shard.EventDelivery;
import org.jspecify.annotations.Nullable;

/**
 * An event that a new shard received and keeps until it is known whether the listeners
 * get it from an old one.
 */
final class ParkedEvent {

	final @Nullable EventFingerprint fingerprint;

	final ShardId shard;

	/** By the nanosecond clock. */
	final long receivedAt;

	final int size;

	final Runnable handled;

	/** Where it waits for its copy; the lock of {@link EventCopies} guards it. */
	@Nullable Set<ParkedEvent> waiting;

	private final @Nullable String sessionId;

	private final FrameCopy copy;

	private final boolean replayed;

	ParkedEvent(@Nullable EventFingerprint fingerprint, ShardId shard, @Nullable String sessionId, Frame frame,
			boolean replayed, Runnable handled, long receivedAt) {
		this.fingerprint = fingerprint;
		this.shard = shard;
		this.sessionId = sessionId;
		this.copy = frame.copy();
		this.size = frame.size();
		this.replayed = replayed;
		this.handled = handled;
		this.receivedAt = receivedAt;
	}

	void deliverTo(EventDelivery listeners) {
		try (Frame frame = this.copy.open()) {
			listeners.deliver(this.shard, this.sessionId, frame, this.replayed, this.handled);
		}
	}

}
