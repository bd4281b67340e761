package io.github.discordgateway.internal.cluster;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How far an old shard has come, measured against the events of the new ones. Times are
 * those of the nanosecond clock at which the first of two copies came.
 */
final class OldShardProgress {

	/** What new shards have and this one is to receive, oldest first. */
	final Set<ParkedEvent> expected = new LinkedHashSet<>();

	/** Up to when the shard has received everything; null before it has proved it. */
	private @Nullable Long reached;

	/** When it last received what no new shard has; null when it never did. */
	private @Nullable Long aloneAt;

	/** The shard has received an event that came first at this time. */
	void reached(long time) {
		Long before = this.reached;
		if (before == null || time - before > 0) {
			this.reached = time;
		}
	}

	/** The shard has received an event that no new shard has, or not yet. */
	void alone(long now) {
		this.aloneAt = now;
	}

	/**
	 * Whether the shard is past an event that it has not received, so that it never will.
	 * @param event the event
	 * @param window the time by which two copies may come apart, in nanoseconds
	 */
	boolean isPast(ParkedEvent event, long window) {
		Long position = this.reached;
		return position != null && position - event.receivedAt > window;
	}

	/**
	 * What the shard still has to receive.
	 * @param now the present time
	 * @param window the time by which two copies may come apart, in nanoseconds
	 * @return in words; {@code null} when it is level with the new shards
	 */
	@Nullable String lag(long now, long window) {
		for (ParkedEvent oldest : this.expected) {
			if (now - oldest.receivedAt > window) {
				return "has not received what came to a new one "
						+ Math.max(1, (now - oldest.receivedAt) / 1_000_000_000L) + " s ago";
			}
			break;
		}
		Long alone = this.aloneAt;
		// Events from before the new shards were ready have no copy.
		return (this.reached == null && alone != null && now - alone <= window)
				? "receives what is older than the new ones" : null;
	}

}
