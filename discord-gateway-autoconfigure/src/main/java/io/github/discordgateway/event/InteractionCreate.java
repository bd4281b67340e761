package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.interaction.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * A user has used a command, a component or a modal, which is to be answered over REST
 * within 3 seconds. Not sent when the application has an interactions endpoint URL.
 *
 * @param interaction the interaction
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#interaction-create">Discord's
 * documentation</a>
 */
public record InteractionCreate(@JsonValue Interaction interaction) implements GatewayEvent {

	@Override
	public @Nullable Snowflake guildId() {
		return this.interaction.guildId();
	}

	@Override
	public @Nullable Snowflake channelId() {
		return this.interaction.channelId();
	}

}
