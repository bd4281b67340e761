package io.github.discordgateway.event.lifecycle;

import java.lang.System.Logger.Level;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.ShardId;

/**
 * An application event: Discord closed a shard for good, and it does not connect again.
 *
 * @param shard the shard
 * @param closeCode the close code; {@link CloseCode#describe} says what it means
 */
public record ShardFailed(ShardId shard, int closeCode) implements ShardLifecycleEvent {

	@Override
	public String description() {
		CloseCode code = CloseCode.of(this.closeCode);
		return "Shard " + this.shard + " was closed with " + CloseCode.describe(this.closeCode)
				+ " and will not connect again. " + ((code != null && code.remedy() != null) ? code.remedy() : "");
	}

	@Override
	public Level level() {
		return Level.ERROR;
	}

}
