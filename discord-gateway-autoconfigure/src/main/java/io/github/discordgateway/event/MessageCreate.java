package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Ephemeral messages count as DMs; referenced_message present on replies.
 *
 * @param message the body
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#message-create">Discord's
 * documentation</a>
 */
public record MessageCreate(@JsonValue Message message) implements GatewayEvent {

	/** The body is the object itself. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public MessageCreate {
	}

	@Override
	public @Nullable Snowflake guildId() {
		return this.message.guildId();
	}

	@Override
	public Snowflake channelId() {
		return this.message.channelId();
	}

}
