package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.voice.StageInstance;

/**
 * A stage has changed.
 *
 * @param stageInstance the stage as it is now
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#stage-instance-update">Discord's
 * documentation</a>
 */
public record StageInstanceUpdate(@JsonValue StageInstance stageInstance) implements StageInstanceEvent {

	@Override
	public Snowflake guildId() {
		return this.stageInstance.guildId();
	}

	@Override
	public Snowflake channelId() {
		return this.stageInstance.channelId();
	}

}
