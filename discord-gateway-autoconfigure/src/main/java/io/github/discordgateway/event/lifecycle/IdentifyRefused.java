package io.github.discordgateway.event.lifecycle;

import java.lang.System.Logger.Level;

import io.github.discordgateway.IdentifyRefusal;
import io.github.discordgateway.ShardId;

/**
 * An application event: several IDENTIFYs of a shard in a row brought no session, so that
 * it tries less often.
 *
 * @param shard the shard
 * @param refusal how often, how the last of them ended, and what to do
 */
public record IdentifyRefused(ShardId shard, IdentifyRefusal refusal) implements ShardLifecycleEvent {

	@Override
	public String description() {
		return "Shard " + this.shard + " gets no session: " + this.refusal.problem() + ". " + this.refusal.remedy();
	}

	@Override
	public Level level() {
		return Level.WARNING;
	}

}
