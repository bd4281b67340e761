package io.github.discordgateway.internal.cluster;

import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;

/**
 * An event that the listeners got from an old shard, and its receipt: what a new shard
 * received of it counts as handled when the listeners are through with it, so that the
 * new session brings it again should they not be.
 */
final class DeliveredEvent implements Runnable {

	final EventFingerprint fingerprint;

	/** Who received it. */
	final ShardId shard;

	/** By the nanosecond clock. */
	final long receivedAt;

	private final Runnable receipt;

	private boolean handled;

	/** That of the new shard's copy; null as long as there is none. */
	private @Nullable Runnable copy;

	DeliveredEvent(EventFingerprint fingerprint, ShardId shard, long receivedAt, Runnable receipt) {
		this.fingerprint = fingerprint;
		this.shard = shard;
		this.receivedAt = receivedAt;
		this.receipt = receipt;
	}

	@Override
	public void run() {
		this.receipt.run();
		Runnable copied;
		synchronized (this) {
			this.handled = true;
			copied = this.copy;
		}
		if (copied != null) {
			copied.run();
		}
	}

	/** A new shard has a copy of the event, too. */
	void copied(Runnable handled) {
		synchronized (this) {
			if (!this.handled) {
				this.copy = handled;
				return;
			}
		}
		handled.run();
	}

}
