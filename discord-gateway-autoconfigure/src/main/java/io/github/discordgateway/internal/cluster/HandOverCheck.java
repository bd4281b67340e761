package io.github.discordgateway.internal.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.internal.shard.ShardDriver;
import org.jspecify.annotations.Nullable;

/**
 * Tells when new shards may take over from old ones: when for a whole window every shard
 * was ready, every old one has read, and none of them was further behind the new ones
 * than the window. An old shard that has ended for good is not waited for.
 */
final class HandOverCheck {

	private final ShardSet old;

	private final ShardSet next;

	private final EventCopies copies;

	private final long window;

	private final LongSupplier nanoTime;

	/** Since when an old shard has read without a break. */
	private final Map<ShardId, Long> readingSince = new ConcurrentHashMap<>();

	/** Since when nothing has been in the way; null as long as something is. */
	private volatile @Nullable Long levelSince;

	private volatile String obstacle = "they were not level for long enough";

	HandOverCheck(ShardSet old, ShardSet next, EventCopies copies, Duration window, LongSupplier nanoTime) {
		this.old = old;
		this.next = next;
		this.copies = copies;
		this.window = window.toNanos();
		this.nanoTime = nanoTime;
	}

	/**
	 * Looks at the shards. To be called several times in each window.
	 * @return whether the new ones may take over now
	 */
	boolean passes() {
		long now = this.nanoTime.getAsLong();
		this.copies.tidy();
		String found = findObstacle(now);
		if (found != null) {
			this.obstacle = found;
			this.levelSince = null;
			return false;
		}
		Long since = this.levelSince;
		if (since == null) {
			this.levelSince = now;
			return false;
		}
		return now - since >= this.window;
	}

	/** A shard has stopped reading, perhaps only for a moment. */
	void stoppedReading(ShardId shard) {
		this.readingSince.remove(shard);
		this.levelSince = null;
	}

	/**
	 * What was in the way last.
	 * @return in words
	 */
	String obstacle() {
		return this.obstacle;
	}

	private @Nullable String findObstacle(long now) {
		for (ShardDriver shard : this.next.shards()) {
			ShardState state = shard.snapshot().state();
			if (state != ShardState.READY) {
				return "new shard " + shard.id() + " is " + state.description();
			}
		}
		if (this.copies.isNewLate()) {
			return "the new shards are behind the old ones";
		}
		for (ShardDriver shard : this.old.shards()) {
			String behind = behind(shard.snapshot(), now);
			if (behind != null) {
				return "shard " + shard.id() + " " + behind;
			}
		}
		return null;
	}

	private @Nullable String behind(ShardSnapshot shard, long now) {
		if (shard.state().isFinal()) {
			return null;
		}
		ShardSnapshot.Connection connection = shard.connection();
		if (shard.state() != ShardState.READY || connection == null) {
			this.readingSince.remove(shard.id());
			return "is " + shard.state().description();
		}
		if (shard.readingPaused()) {
			this.readingSince.remove(shard.id());
			return "does not read, because its listeners are behind";
		}
		if (connection.lastEvidence().toNanos() > connection.heartbeatInterval().toNanos() + this.window) {
			return "has been silent for " + connection.lastEvidence().toSeconds() + " s";
		}
		long since = this.readingSince.computeIfAbsent(shard.id(), (id) -> now);
		prove(shard.id(), connection, now, since);
		return this.copies.lag(shard.id());
	}

	/**
	 * An acknowledged heartbeat comes behind every event that was sent before it: also
	 * without traffic that tells where a shard is. After a break, the first
	 * acknowledgements may be older than they seem.
	 */
	private void prove(ShardId shard, ShardSnapshot.Connection connection, long now, long since) {
		Duration ack = connection.lastAck();
		Duration latency = connection.latency();
		if (ack != null && latency != null) {
			long acknowledgedAt = now - ack.toNanos();
			if (acknowledgedAt - since > connection.heartbeatInterval().toNanos()) {
				this.copies.proved(shard, acknowledgedAt - latency.toNanos());
			}
		}
	}

}
