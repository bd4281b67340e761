package io.github.discordgateway.event.lifecycle;

import java.lang.System.Logger.Level;

import io.github.discordgateway.ShardId;

/**
 * An application event: the session of a shard could not be resumed, so that events after
 * its last one are missing, up to the READY of the next session. Whoever keeps a picture
 * of the guilds should fetch it anew.
 *
 * @param shard the shard
 * @param lastSequence the sequence of the last event that was received in the session; -1
 * when it had none
 * @param cause why the session could not be kept
 */
public record SessionLost(ShardId shard, long lastSequence, DisconnectCause cause) implements ShardLifecycleEvent {

	@Override
	public String description() {
		return "Shard " + this.shard + " lost its session at sequence " + this.lastSequence + " ("
				+ this.cause.description() + "): events after it may be missing";
	}

	@Override
	public Level level() {
		return Level.WARNING;
	}

}
