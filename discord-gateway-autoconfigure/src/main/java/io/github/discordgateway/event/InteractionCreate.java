package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Only when no HTTP interactions endpoint is set for the app; reply within 3 s over REST.
 *
 * @param interaction the body
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#interaction-create">Discord's
 * documentation</a>
 */
public record InteractionCreate(@JsonValue Interaction interaction) implements GatewayEvent {

	/** The body is the object itself. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public InteractionCreate {
	}

	@Override
	public @Nullable Snowflake guildId() {
		return this.interaction.guildId();
	}

	@Override
	public @Nullable Snowflake channelId() {
		return this.interaction.channelId();
	}

}
