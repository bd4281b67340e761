package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.voice.StageInstance;

/**
 * A stage was opened.
 *
 * @param stageInstance the stage
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#stage-instance-create">Discord's
 * documentation</a>
 */
public record StageInstanceCreate(@JsonValue StageInstance stageInstance) implements StageInstanceEvent {

	@Override
	public Snowflake guildId() {
		return this.stageInstance.guildId();
	}

	@Override
	public Snowflake channelId() {
		return this.stageInstance.channelId();
	}

}
