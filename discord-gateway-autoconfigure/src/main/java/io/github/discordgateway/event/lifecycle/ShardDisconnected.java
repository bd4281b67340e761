package io.github.discordgateway.event.lifecycle;

import java.lang.System.Logger.Level;

import io.github.discordgateway.ShardId;

/**
 * An application event: a connection of a shard ended, whoever ended it. Published once
 * for each connection. As a rule {@link ShardReconnecting} and {@link ShardResumed}
 * follow, or {@link SessionLost} and {@link ShardReady}.
 *
 * @param shard the shard
 * @param cause why
 */
public record ShardDisconnected(ShardId shard, DisconnectCause cause) implements ShardLifecycleEvent {

	@Override
	public String description() {
		return "Shard " + this.shard + " disconnected: " + this.cause.description();
	}

	@Override
	public Level level() {
		return this.cause.isOrdinary() ? Level.INFO : Level.WARNING;
	}

}
