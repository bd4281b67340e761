package io.github.discordgateway.event.lifecycle;

import java.lang.System.Logger.Level;

import io.github.discordgateway.ShardId;

/**
 * An application event: events of a session did not come, and will not come any more,
 * although the session goes on or may have gone on. Whoever keeps a picture of the guilds
 * should fetch it anew.
 *
 * @param shard the shard
 * @param first the sequence of the first event that is missing; -1 when it is not known
 * @param last the sequence of the last event that is missing; -1 when it is not known
 * @param count how many they are; 0 when it is not known whether there were any
 * @param reason why, in words
 */
public record EventsMissed(ShardId shard, long first, long last, long count,
		String reason) implements ShardLifecycleEvent {

	@Override
	public String description() {
		String missing = (this.count > 0)
				? this.count + " of the sequences " + this.first + " to " + this.last + " (" + this.reason + ")"
				: this.reason;
		return "Shard " + this.shard + " has missed events: " + missing;
	}

	@Override
	public Level level() {
		return Level.WARNING;
	}

}
