package io.github.discordgateway.event.lifecycle;

import java.lang.System.Logger.Level;

import io.github.discordgateway.ShardId;

/**
 * An application event about one shard.
 */
public sealed interface ShardLifecycleEvent extends GatewayLifecycleEvent
		permits EventsMissed, IdentifyRefused, ReadingPaused, ReadingResumed, SessionLost, SessionRestored,
		ShardDisconnected, ShardDraining, ShardFailed, ShardReady, ShardReconnecting, ShardResumed, ShardStopped {

	/**
	 * Returns the shard.
	 * @return its number and the total
	 */
	ShardId shard();

	/**
	 * Returns how much it concerns an operator: {@code ERROR} asks for a change of the
	 * application, {@code WARNING} tells of trouble that the shard deals with itself.
	 * @return the level at which the shard logs the event
	 */
	default Level level() {
		return Level.INFO;
	}

}
